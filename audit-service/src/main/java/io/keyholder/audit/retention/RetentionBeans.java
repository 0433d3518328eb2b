package io.keyholder.audit.retention;

import io.keyholder.audit.retention.model.Retention;
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
