package io.keyholder.audit.retention;

import io.keyholder.audit.retention.model.Retention;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Makes the log's months ahead and forgets those past the retention: at the start, before entries come, and by a timer. */
@ApplicationScoped
class KeepMonths {
    private static final Logger LOG = Logger.getLogger(KeepMonths.class);
    private static final long EVERY_MINUTES = 60;

    private final Retention retention;
    private final MonthlyPartitions months;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon(true).name("keyholder-audit-months").factory());

    KeepMonths(Retention retention, MonthlyPartitions months) {
        this.retention = retention;
        this.months = months;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        keep();
        timer.scheduleWithFixedDelay(this::keep, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** What fails now, for a long reading query holds the table, is tried at the next turn: meanwhile nothing is lost. */
    private void keep() {
        try {
            months.prepare(retention.months());
            months.forgetBefore(retention.earliest());
        } catch (RuntimeException e) {
            LOG.warnf("event=audit.months-retry reason=\"%s\"", e.getMessage());
        }
    }
}
