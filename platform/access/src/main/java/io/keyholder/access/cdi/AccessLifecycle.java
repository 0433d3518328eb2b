package io.keyholder.access.cdi;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Starts and stops the reading thread, and shows how it does. */
@ApplicationScoped
class AccessLifecycle {
    private final ProjectionReader reader;
    private final AccessProjection projection;
    private final Watermarks watermarks;
    private final MeterRegistry metrics;

    AccessLifecycle(
            ProjectionReader reader, AccessProjection projection, Watermarks watermarks, MeterRegistry metrics) {
        this.reader = reader;
        this.projection = projection;
        this.watermarks = watermarks;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("keyholder.projection.lag.seconds", this, AccessLifecycle::lagInSeconds)
                .description("Age of the oldest partition's watermark; NaN while one has none")
                .register(metrics);
        Gauge.builder("keyholder.projection.unreadable", projection, AccessProjection::quarantined)
                .description("Records that deny their context because they could not be read")
                .register(metrics);
        Thread.ofPlatform().name("keyholder-projection").daemon(true).start(reader);
    }

    void stop(@Observes ShutdownEvent event) {
        reader.close();
    }

    private double lagInSeconds() {
        Duration lag = watermarks.lag();
        return lag == null ? Double.NaN : lag.toMillis() / 1000.0;
    }
}
