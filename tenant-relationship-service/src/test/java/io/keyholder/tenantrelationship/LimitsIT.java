package io.keyholder.tenantrelationship;

import static io.keyholder.testing.http.Limits.expectReached;
import static io.restassured.RestAssured.given;

import io.keyholder.tenantrelationship.LimitsIT.Raised;
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
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Raised.class)
@QuarkusTestResource(KeyholderTestResource.class)
class LimitsIT extends OnBackends {
    private static final int DOMAINS = 101;
    private static final int ISSUERS = 21;

    /** One more than usual: what is configured counts, and no bound of the request before it. */
    public static final class Raised implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.tenants.limits.domains", Integer.toString(DOMAINS),
                    "keyholder.tenants.limits.issuers", Integer.toString(ISSUERS));
        }
    }

    @Provided
    TestIssuer operators;

    @Test
    void shouldKeepSoManyDomainsOfATenant() {
        List<String> domains = domains(DOMAINS + 1);

        expectReached(register(domains, 1), "domains of a tenant", DOMAINS);
        Response tenant = register(domains.subList(0, DOMAINS), 1);
        tenant.then().statusCode(201);
        expectReached(patch(tenant, Map.of("domains", domains)), "domains of a tenant", DOMAINS);
    }

    @Test
    void shouldKeepSoManyIssuersOfATenant() {
        expectReached(register(domains(1), ISSUERS + 1), "issuers of a tenant", ISSUERS);
        Response tenant = register(domains(1), ISSUERS);
        tenant.then().statusCode(201);
        expectReached(patch(tenant, Map.of("issuers", issuers(ISSUERS + 1))), "issuers of a tenant", ISSUERS);
    }

    private Response register(List<String> domains, int issuers) {
        return operator()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Aurora", "domains", domains, "issuers", issuers(issuers)))
                .post("/v1/tenants");
    }

    private Response patch(Response tenant, Map<String, ?> change) {
        return operator()
                .contentType("application/merge-patch+json")
                .header("If-Match", tenant.header("ETag"))
                .body(change)
                .patch(tenant.header("Location"));
    }

    private static List<String> domains(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "t" + UUID.randomUUID() + ".example")
                .toList();
    }

    private static List<Map<String, String>> issuers(int count) {
        return domains(count).stream()
                .map(domain -> Map.of("issuer", "https://" + domain))
                .toList();
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }
}
