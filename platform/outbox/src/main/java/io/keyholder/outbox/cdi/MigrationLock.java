package io.keyholder.outbox.cdi;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * One process migrates at a time, by a lock of its session. Flyway's default is a lock of a transaction, for the end of which
 * {@code create index concurrently} would wait for ever.
 */
@Singleton
final class MigrationLock implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
