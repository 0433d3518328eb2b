package io.keyholder.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "keyholder.tracing")
public interface TracingConfig {
    /**
     * An OpenTelemetry collector that takes OTLP over gRPC, such as {@code http://collector:4317}. Without it no traces are
     * kept.
     */
    Optional<URI> endpoint();

    /** Which part of the traces that begin here is kept, from 0 to 1. One that began elsewhere is kept if it was there. */
    @WithDefault("1.0")
    double ratio();
}
