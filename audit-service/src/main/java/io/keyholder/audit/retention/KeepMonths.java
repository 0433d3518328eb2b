package io.keyholder.audit.retention;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.keyholder.audit.retention.model.Retention;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/** Makes the log's months ahead and forgets those past the retention: at the start, before entries come, and by a timer. */
@ApplicationScoped
class KeepMonths {
    private static final Logger LOG = Logger.getLogger(KeepMonths.class);

    private final Retention retention;
    private final MonthlyPartitions months;

    KeepMonths(Retention retention, MonthlyPartitions months) {
        this.retention = retention;
        this.months = months;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        keep();
    }

    /** What fails now, for a long reading query holds the table, is tried at the next turn: meanwhile nothing is lost. */
    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = SKIP)
    @RunOnVirtualThread
    void keep() {
        try {
            months.prepare(retention.months());
            months.forgetBefore(retention.earliest());
        } catch (RuntimeException e) {
            LOG.warnf("event=audit.months-retry reason=\"%s\"", e.getMessage());
        }
    }
}
