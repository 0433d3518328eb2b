package io.keyholder.web.audit;

import io.keyholder.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Writes, after each minute, what callers were refused beyond the rate. */
@ApplicationScoped
class RefusalSummaries {
    private static final Logger LOG = Logger.getLogger(RefusalSummaries.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final RefusalRates rates;
    private final Outbox outbox;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-refusals").factory());

    RefusalSummaries(RefusalRates rates, Outbox outbox, Clock clock) {
        this.rates = rates;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(
                () -> write(clock.instant()), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A service that stops writes what it has counted so far. */
    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        write(Instant.MAX.minus(Duration.ofDays(1)));
    }

    private void write(Instant now) {
        List<RefusalRates.Summary> ended = rates.takeEnded(now);
        if (ended.isEmpty()) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> ended.forEach(s -> outbox.audit(s.entry(), s.by())));
        } catch (RuntimeException e) {
            LOG.errorf(e, "event=audit.summaries-lost count=%d", ended.size());
        }
    }
}
