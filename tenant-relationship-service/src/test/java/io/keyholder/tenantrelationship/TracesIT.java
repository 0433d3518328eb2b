package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecordedSpans.class)
@QuarkusTestResource(KeyholderTestResource.class)
class TracesIT extends OnBackends {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");

    @Provided
    TestIssuer operators;

    @Inject
    InMemorySpanExporter exporter;

    @Test
    void shouldLeadFromTheRequestThroughTheOutboxToTheConsumer() {
        given().header(
                        "Authorization",
                        "Bearer " + operators.token(TokenSpec.of("olga").roles("platform-operator")))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .contentType(ContentType.JSON)
                .body(tenant())
                .post("/v1/tenants")
                .then()
                .statusCode(201);

        await().atMost(SOON).until(() -> spans().stream().anyMatch(span -> span.getKind() == SpanKind.CONSUMER));
        await().atMost(SOON).until(() -> spans().stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        SpanData request = only(SpanKind.SERVER, "POST /tenants");
        SpanData sent = only(SpanKind.PRODUCER, "send tenants.v1");
        SpanData handled = only(SpanKind.CONSUMER, "process tenants.v1");
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(sent.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(handled.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(handled.getAttributes().get(DESTINATION)).isEqualTo("tenants.v1");
    }

    private static Map<String, Object> tenant() {
        String id = UUID.randomUUID().toString();
        return Map.of(
                "name", "Aurora",
                "domains", List.of(id + ".example"),
                "issuers", List.of(Map.of("issuer", "https://" + id + ".example")));
    }

    private SpanData only(SpanKind kind, String name) {
        List<SpanData> found = spans().stream()
                .filter(span -> span.getKind() == kind && span.getName().equals(name))
                .toList();
        assertThat(found).as(name + " of " + spans()).hasSize(1);
        return found.getFirst();
    }

    /** Of the one trace. */
    private List<SpanData> spans() {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .toList();
    }
}
