package io.keyholder.web.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Deletes idempotency keys that have expired. */
@ApplicationScoped
class ExpiredKeys {
    private static final Logger LOG = Logger.getLogger(ExpiredKeys.class);
    private static final long EVERY_MINUTES = 30;

    private final IdempotencyKeys keys;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-expired-keys").factory());

    ExpiredKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::delete, 1, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void delete() {
        try {
            keys.deleteExpired();
        } catch (RuntimeException e) {
            LOG.warnf("event=idempotency.cleanup-failed reason=\"%s\"", e.getMessage());
        }
    }
}
