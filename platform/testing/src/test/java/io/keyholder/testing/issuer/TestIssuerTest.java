package io.keyholder.testing.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestIssuerTest {

    private static final String TENANT = "01980000-0000-7000-8000-000000000001";
    private static final TokenSpec ADA = TokenSpec.of("ada").tenant(TENANT);

    private final TestIssuer issuer = TestIssuer.start("aurora");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        issuer.close();
    }

    @Nested
    class Tokens {

        @Test
        void shouldSayWhatTheSpecSays() throws Exception {
            Instant end = Instant.parse("2100-01-01T00:00:00Z");
            String token = issuer.token(ADA.roles("global-admin")
                    .groups("g1", "g2")
                    .email("ada@aurora.example", true)
                    .expiresAt(end)
                    .withoutClaim("azp")
                    .type("at+jwt"));

            var context = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setSkipSignatureVerification()
                    .build()
                    .process(token);
            var claims = context.getJwtClaims();

            assertThat(claims.getStringListClaimValue("roles")).containsExactly("global-admin");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("g1", "g2");
            assertThat(claims.getAudience()).containsExactly("keyholder");
            assertThat(claims.getClaimValue("email_verified")).isEqualTo(true);
            assertThat(claims.getExpirationTime().getValue()).isEqualTo(end.getEpochSecond());
            assertThat(claims.hasClaim("azp")).isFalse();
            assertThat(context.getJoseObjects().getFirst().getHeader("typ")).isEqualTo("at+jwt");
        }

        @Test
        void shouldVerifyAfterARotation() {
            String before = issuer.token(ADA);

            issuer.rotateKey();

            assertThat(new ReferenceValidator(issuer, TENANT).accepts(issuer.token(ADA)))
                    .isTrue();
            assertThat(new ReferenceValidator(issuer, TENANT).accepts(before)).isTrue();
        }

        @Test
        void shouldNotVerifyOnceTheOldKeyIsWithdrawn() {
            String before = issuer.token(ADA);

            issuer.keepOldKey(false);
            issuer.rotateKey(SigningAlgorithm.EDDSA);

            assertThat(new ReferenceValidator(issuer, TENANT).accepts(issuer.token(ADA)))
                    .isTrue();
            assertThat(new ReferenceValidator(issuer, TENANT).accepts(before)).isFalse();
        }
    }

    @Nested
    class Addresses {

        @Test
        void shouldServeDiscoveryAndPublicKeysAlone() throws Exception {
            String discovery =
                    get(issuer.issuer() + "/.well-known/openid-configuration").body();
            String keys = get(issuer.jwksUri()).body();

            assertThat(discovery).contains("\"issuer\":\"" + issuer.issuer() + "\"", issuer.jwksUri());
            assertThat(new JsonWebKeySet(keys).getJsonWebKeys()).hasSize(1);
            assertThat(keys).doesNotContain("\"d\"");
            assertThat(issuer.jwksFetches()).isEqualTo(1);
            assertThat(issuer.discoveryFetches()).isEqualTo(1);
        }

        @Test
        void shouldRefuseConnectionsWhileAwayAndComeBackAtTheSameAddress() throws Exception {
            issuer.goAway();

            assertThatThrownBy(() -> get(issuer.jwksUri())).isInstanceOf(ConnectException.class);

            issuer.comeBack();
            assertThat(get(issuer.jwksUri()).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Misbehaviour {

        @Test
        void shouldSendKeysThatAreTooLargeButValid() throws Exception {
            issuer.answerJwks(honest -> honest.paddedTo(65 * 1024));

            String keys = get(issuer.jwksUri()).body();

            assertThat(keys).hasSize(65 * 1024);
            assertThat(new JsonWebKeySet(keys).getJsonWebKeys()).hasSize(1);
        }

        @Test
        void shouldRedirect() throws Exception {
            issuer.answerDiscovery(honest -> honest.redirectTo("http://127.0.0.1:1/"));

            HttpResponse<String> response = get(issuer.issuer() + "/.well-known/openid-configuration");

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/");
        }

        @Test
        void shouldAnswerTooLate() {
            issuer.answerJwks(honest -> honest.after(Duration.ofMinutes(1)));

            assertThatThrownBy(() -> get(issuer.jwksUri(), Duration.ofMillis(500)))
                    .isInstanceOf(HttpTimeoutException.class);
        }

        @Test
        void shouldEndWhenToldTo() throws Exception {
            issuer.answerJwks(honest -> honest.status(500).body("broken"));
            issuer.behave();

            assertThat(get(issuer.jwksUri()).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return get(url, Duration.ofSeconds(30));
    }

    private HttpResponse<String> get(String url, Duration timeout) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).timeout(timeout).build(), BodyHandlers.ofString());
    }
}
