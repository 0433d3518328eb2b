package io.keyholder.tenantrelationship;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Traces are kept, and end here. */
public final class RecordedSpans implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "keyholder.tracing.endpoint", "http://localhost:4317",
                "quarkus.otel.exporter.otlp.enabled", "false",
                "quarkus.otel.simple", "true");
    }

    @ApplicationScoped
    static class Exporter {

        @Produces
        @Singleton
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
