package io.keyholder.web.audit;

import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes, after each minute, what was refused beyond the rate. What a process that was killed had counted, the next one or
 * another instance writes.
 */
@ApplicationScoped
class RefusalSummaries {
    private static final Logger LOG = Logger.getLogger(RefusalSummaries.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RefusalTally tally;
    private final Outbox outbox;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-refusals").factory());

    RefusalSummaries(RefusalTally tally, Outbox outbox, Clock clock) {
        this.tally = tally;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(
                () -> write(clock.instant()), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A service that stops writes what was counted so far: nobody knows when it starts again. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
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
