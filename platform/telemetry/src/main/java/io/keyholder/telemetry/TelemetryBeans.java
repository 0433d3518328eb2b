package io.keyholder.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@ApplicationScoped
class TelemetryBeans {
    private static final double NANOS = 1e9;

    /** Upper bounds in seconds: few, for each is a series for every path, method and status. */
    private static final double[] LATENCIES = {
        0.01 * NANOS, 0.05 * NANOS, 0.1 * NANOS, 0.25 * NANOS, 0.5 * NANOS, NANOS, 2.5 * NANOS, 10 * NANOS
    };

    @Produces
    @Singleton
    MessageSpans spans(OpenTelemetry telemetry) {
        return new MessageSpans(telemetry);
    }

    @Produces
    @Singleton
    MeterFilter latencies() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(LATENCIES)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
