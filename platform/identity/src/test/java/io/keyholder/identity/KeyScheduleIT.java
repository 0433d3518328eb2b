package io.keyholder.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of keys as time passes, whatever the traffic. */
@QuarkusTest
@TestProfile(KeyScheduleIT.Impatient.class)
@QuarkusTestResource(OperatorIssuer.class)
class KeyScheduleIT {
    private static final Duration KEYS_MAX_AGE = Duration.ofSeconds(2);
    private static final Duration KEYS_EXPIRY = Duration.ofSeconds(6);
    private static final Duration MARGIN = Duration.ofSeconds(6);

    @Inject
    FakeIssuers issuers;

    private TestIssuer issuer;

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.identity.keys-max-age", KEYS_MAX_AGE.toString(),
                    "keyholder.identity.keys-expiry", KEYS_EXPIRY.toString(),
                    "keyholder.identity.keys-refresh", "PT1S");
        }
    }

    @BeforeEach
    void start() {
        issuer = TestIssuer.start("scheduled-" + UUID.randomUUID());
        issuers.register(issuer.issuer(), UUID.randomUUID());
    }

    @AfterEach
    void stop() {
        issuers.deregister(issuer.issuer());
        issuer.close();
    }

    @Test
    void shouldRefuseAWithdrawnKeyWhileEachRequestBringsANewToken() {
        Iterator<String> tokens = IntStream.range(0, 2_000)
                .mapToObj(i -> issuer.token(TokenSpec.of("user-" + i)))
                .toList()
                .iterator();
        assertThat(status(tokens.next())).isEqualTo(200);

        issuer.rotateKey();
        issuer.keepOldKey(false);

        await().atMost(KEYS_MAX_AGE.plus(MARGIN))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(tokens.next()) == 401);
        assertThat(status(issuer.token(TokenSpec.of("ada")))).isEqualTo(200);
    }

    @Test
    void shouldAskWithoutAnyTrafficAndNotAllTheTime() {
        String token = issuer.token(TokenSpec.of("ada"));
        assertThat(status(token)).isEqualTo(200);
        long start = System.nanoTime();

        await().atMost(KEYS_MAX_AGE.multipliedBy(3).plus(MARGIN)).until(() -> issuer.jwksFetches() >= 3);

        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(issuer.jwksFetches()).isLessThanOrEqualTo((int) (seconds / KEYS_MAX_AGE.toSeconds()) + 2);
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void shouldNotBelieveForEverInTheKeysOfAnIssuerThatIsAway() {
        String token = issuer.token(TokenSpec.of("ada"));
        assertThat(status(token)).isEqualTo(200);

        issuer.goAway();
        assertThat(status(token)).as("for a while all goes on without it").isEqualTo(200);

        await().atMost(KEYS_EXPIRY.plus(MARGIN)).until(() -> status(token) == 503);

        issuer.comeBack();
        await().atMost(MARGIN).until(() -> status(token) == 200);
    }

    @Test
    void shouldLeaveAnIssuerAloneThatNobodyHasRegisteredAnyMore() {
        assertThat(status(issuer.token(TokenSpec.of("ada")))).isEqualTo(200);

        issuers.deregister(issuer.issuer());
        int asked = issuer.requests();

        await().during(KEYS_MAX_AGE.plusSeconds(2)).atMost(MARGIN).until(() -> issuer.requests() == asked);
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1/whoami")
                .statusCode();
    }
}
