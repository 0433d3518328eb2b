package io.keyholder.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often an address may fail to authenticate, behind a proxy that says which it is. */
@QuarkusTest
@TestProfile(FailedAuthenticationsIT.BehindAProxy.class)
@QuarkusTestResource(Surroundings.class)
class FailedAuthenticationsIT {
    private static final int PER_MINUTE = 20;
    private static final AtomicInteger HOSTS = new AtomicInteger(1);

    /** Each test is a client of its own. */
    private final String address = "203.0.113." + HOSTS.getAndIncrement();

    public static class BehindAProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.gateway.trusted-proxies",
                    "127.0.0.0/8, 10.0.0.0/8",
                    "keyholder.gateway.limits.failed-authentications-per-minute",
                    Integer.toString(PER_MINUTE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer a.b.c", "Basic eDp5", ""})
    void shouldBeLimited(String credential) {
        int status = 401;
        for (int i = 0; i < PER_MINUTE * 3 && status == 401; i++) {
            status = from(address, credential).statusCode();
        }

        from(address, credential)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .header("WWW-Authenticate", nullValue())
                .body("type", equalTo("/problems/quota-exceeded"));
    }

    @Test
    void shouldNotStopWhoHasSignedInBefore() {
        String known = "Bearer " + token();
        from(address, known).then().statusCode(200);
        exhaust();

        from(address, known).then().statusCode(200);
        from(address, "Bearer " + token()).then().statusCode(429);
    }

    @Test
    void shouldNotStopOtherAddresses() {
        exhaust();

        from("203.0.113.250", "Bearer " + token()).then().statusCode(200);
        from("203.0.113.250, 10.1.2.3", "Bearer nonsense").then().statusCode(401);
    }

    @Test
    void shouldNotBeEscapedByMakingAddressesUp() {
        IntStream.range(0, PER_MINUTE * 3).forEach(i -> from("198.51.100." + i + ", " + address, "Bearer nonsense"));

        from("198.51.100.77, " + address, "Bearer nonsense").then().statusCode(429);
    }

    @Test
    void shouldEndSoonAfterTheFailures() {
        exhaust();

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> from(address, "Bearer " + token()).statusCode() == 200);
    }

    @Test
    void shouldTellServicesWhereARequestComesFrom() {
        given().header("Authorization", "Bearer " + token())
                .header("X-Forwarded-For", "1.1.1.1, " + address + ", 10.1.2.3")
                .header("Keyholder-Client-Address", "192.0.2.1")
                .get("/v1/rooms")
                .then()
                .statusCode(200)
                .body("headers.'keyholder-client-address'", equalTo(List.of(address)))
                .body("headers.'x-forwarded-for'", equalTo(List.of(address)));
    }

    @Test
    void shouldCarryTokensOfSixteenKibibytes() {
        String[] groups = IntStream.range(0, 280)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);
        String large = Surroundings.issuer()
                .token(TokenSpec.of(UUID.randomUUID().toString()).groups(groups));
        assertThat(large.length()).isBetween(14 * 1024, 16 * 1024);

        from(address, "Bearer " + large)
                .then()
                .statusCode(200)
                .body("headers.authorization", hasItem("Bearer " + large));
    }

    private void exhaust() {
        IntStream.range(0, PER_MINUTE * 3).forEach(i -> from(address, "Bearer nonsense"));
    }

    private static Response from(String forwardedFor, String credential) {
        var request = given().header("X-Forwarded-For", forwardedFor);
        return (credential.isEmpty() ? request : request.header("Authorization", credential)).get("/v1/rooms");
    }

    private static String token() {
        return Surroundings.issuer().token(TokenSpec.of(UUID.randomUUID().toString()));
    }
}
