package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.keyholder.tenantrelationship.BreakGlassIT.Broken;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Broken.class)
@QuarkusTestResource(KeyholderTestResource.class)
class BreakGlassIT extends OnBackends {

    /** An emergency. */
    public static final class Broken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("keyholder.tenants.break-glass", "true");
        }
    }

    @Provided
    TestIssuer operators;

    @Test
    void shouldLetOperatorsAddWithoutConsent() {
        String own = "t" + UUID.randomUUID() + ".example";
        String tenant = operator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        "Aurora",
                        "domains",
                        List.of(own),
                        "issuers",
                        List.of(Map.of("issuer", issuer.issuer(), "shared", true))))
                .post("/v1/tenants")
                .header("Location");
        TokenSpec admin = TokenSpec.of("admin")
                .tenant(tenant.substring(tenant.lastIndexOf('/') + 1))
                .roles("global-admin");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        given().auth().oauth2(issuer.token(admin)).get(tenant).statusCode() == 200);

        operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", operator().get(tenant).header("ETag"))
                .body(Map.of("domains", List.of(own, "new-" + own)))
                .patch(tenant)
                .then()
                .statusCode(200)
                .body("domains", hasSize(2));

        operator().get(tenant + "/changes").then().statusCode(200).body("items", hasSize(0));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }
}
