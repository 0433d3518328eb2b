package io.keyholder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MetricsIT extends SampleTest {

    private static String scrape() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static double valueOf(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvm_memory_used_bytes",
                "jvm_gc_live_data_size_bytes",
                "jvm_gc_max_data_size_bytes",
                "process_cpu_usage",
                "agroal_active_count",
                "agroal_available_count",
                "agroal_awaiting_count",
                "kafka_producer_record_send_total",
                "kafka_consumer_fetch_manager_records_lag_max",
                "keyholder_outbox_lag_seconds",
                "keyholder_outbox_pending",
                "keyholder_outbox_active",
                "keyholder_consumer_unreadable",
                "keyholder_refused_tokens_total{issuer=\"\",problem=\"unauthenticated\"}",
                "keyholder_dead_letters_total{topic=\"rooms.v1\"}",
                "keyholder_projection_fresh{topic=\"assignments.v1\"}",
                "keyholder_projection_unreadable",
                "keyholder_projection_lag_seconds{topic=\"assignments.v1\"}"
            })
    void shouldShow(String series) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scrape().lines()).anyMatch(line -> line.startsWith(series)));
    }

    @Nested
    class OfRequests {

        @Test
        void shouldCountRefusalsByWhatTheCallerIs() {
            guest(aurora).get("/v1/notes").then().statusCode(403);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(scrape())
                            .contains("keyholder_refused_requests_total{caller=\"tenant\",problem=\"forbidden\"}"));
        }

        @Test
        void shouldNameTheEndpointAndNeverAnId() {
            String id = create(name()).jsonPath().getString("id");

            admin(aurora).get("/v1/notes/{id}", id).then().statusCode(200);
            admin(aurora).get("/v1/notes/{id}", Ids.next()).then().statusCode(404);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(scrape())
                            .contains("http_server_requests_seconds_bucket")
                            .contains("uri=\"/notes/{id}\"")
                            .doesNotContain(id));
        }
    }

    @Nested
    class OfDecisions {

        @Test
        void shouldCountThemByReason() {
            String allowed = "keyholder_decisions_total{reason=\"none\",result=\"allowed\"}";
            String denied = "keyholder_decisions_total{reason=\"no_assignment\",result=\"denied\"}";
            double allowedBefore = valueOf(allowed);
            double deniedBefore = valueOf(denied);

            admin(aurora).get("/v1/notes").then().statusCode(200);
            guest(aurora).get("/v1/notes").then().statusCode(403);

            assertThat(valueOf(allowed)).isEqualTo(allowedBefore + 1);
            assertThat(valueOf(denied)).isEqualTo(deniedBefore + 1);
        }
    }
}
