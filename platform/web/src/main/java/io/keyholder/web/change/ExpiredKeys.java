package io.keyholder.web.change;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Deletes idempotency keys that have expired. */
@ApplicationScoped
class ExpiredKeys {
    private static final Logger LOG = Logger.getLogger(ExpiredKeys.class);

    private final IdempotencyKeys keys;

    ExpiredKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(every = "30m", delayed = "1m", concurrentExecution = SKIP)
    @RunOnVirtualThread
    void delete() {
        try {
            keys.deleteExpired();
        } catch (RuntimeException e) {
            LOG.warnf("event=idempotency.cleanup-failed reason=\"%s\"", e.getMessage());
        }
    }
}
