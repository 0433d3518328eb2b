package io.keyholder.gateway;

import static io.keyholder.gateway.Surroundings.TENANT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.issuer.TokenSpec;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RecordedSpans.class)
@QuarkusTestResource(Surroundings.class)
class TracesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @Inject
    InMemorySpanExporter exporter;

    private final String token = Surroundings.issuer().token(TokenSpec.of("ada").tenant(TENANT.toString()));

    @BeforeEach
    void catchUp() {
        await().atMost(SOON)
                .until(() -> given().auth().oauth2(token).get("/v1/rooms").statusCode() == 200);
    }

    @Test
    void shouldHandOnTheirOwnSpanAsTheServicesParent() {
        List<String> handedOn = given().auth()
                .oauth2(token)
                .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                .get("/v1/rooms")
                .then()
                .statusCode(200)
                .extract()
                .path("headers.traceparent");

        await().atMost(SOON).until(() -> span(SpanKind.SERVER).isPresent());
        SpanData received = span(SpanKind.SERVER).orElseThrow();
        SpanData sent = span(SpanKind.CLIENT).orElseThrow();
        assertThat(received.getParentSpanId()).isEqualTo(PARENT);
        assertThat(sent.getParentSpanId()).isEqualTo(received.getSpanId());
        assertThat(handedOn).containsExactly("00-" + TRACE + "-" + sent.getSpanId() + "-01");
    }

    @Test
    void shouldNameTheTraceThatTheyBeganInAProblem() {
        String trace = given().get("/v1/rooms").then().statusCode(401).extract().path("traceId");

        await().atMost(SOON)
                .until(() -> exporter.getFinishedSpanItems().stream()
                        .anyMatch(span -> span.getTraceId().equals(trace)));
    }

    private Optional<SpanData> span(SpanKind kind) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE) && span.getKind() == kind)
                .findFirst();
    }
}
