package io.keyholder.gateway;

import static io.keyholder.gateway.Surroundings.TENANT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class MetricsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private String scrape() {
        return given().get(metrics).then().statusCode(200).extract().asString();
    }

    @Test
    void shouldNotBeShownToClients() {
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void shouldTellResourcesApartAndNeverNameAnId() {
        String token = Surroundings.issuer().token(TokenSpec.of("ada").tenant(TENANT.toString()));
        String id = UUID.randomUUID().toString();
        String nonsense = "nonsense-" + id;

        await().atMost(SOON)
                .until(() -> given().auth().oauth2(token).get("/v1/rooms/" + id).statusCode() == 200);
        given().auth().oauth2(token).get("/v1/" + nonsense + "/x").then().statusCode(404);
        given().get("/problems/" + nonsense).then().statusCode(404);
        given().get("/docs/" + nonsense).then().statusCode(404);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scrape())
                        .contains("uri=\"/v1/rooms\"")
                        .contains("keyholder_projection_fresh")
                        .contains("keyholder_projection_lag_seconds{topic=\"tenants.v1\"}")
                        .doesNotContain(id)
                        .doesNotContain("/q/health"));
    }
}
