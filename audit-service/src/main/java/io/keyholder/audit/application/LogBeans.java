package io.keyholder.audit.application;

import io.keyholder.audit.domain.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes beans of the domain. */
@ApplicationScoped
class LogBeans {

    @Produces
    @Singleton
    Retention retention(AuditConfig config, Clock clock) {
        return new Retention(config.retention(), clock);
    }
}
