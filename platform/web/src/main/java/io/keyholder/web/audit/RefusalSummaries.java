package io.keyholder.web.audit;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Writes, after each minute, what was refused beyond the rate. What a process that was killed had counted, the next one or
 * another instance writes.
 */
@ApplicationScoped
class RefusalSummaries {
    private static final Logger LOG = Logger.getLogger(RefusalSummaries.class);

    private final RefusalTally tally;
    private final Outbox outbox;
    private final Clock clock;

    RefusalSummaries(RefusalTally tally, Outbox outbox, Clock clock) {
        this.tally = tally;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = SKIP)
    @RunOnVirtualThread
    void write() {
        write(clock.instant());
    }

    /** A service that stops writes what was counted so far: nobody knows when it starts again. */
    void stop(@Observes ShutdownEvent event) {
        write(clock.instant().plus(Duration.ofMinutes(2)));
    }

    void write(Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> tally.takeEnded(now).forEach(this::record));
        } catch (RuntimeException e) {
            LOG.warnf("event=audit.summaries-retry reason=\"%s\"", e.getMessage());
        }
    }

    private void record(AuditEntry summary) {
        Actor actor = new Actor(summary.userId(), summary.userTenantId());
        outbox.audit(summary, new Provenance(actor, null));
    }
}
