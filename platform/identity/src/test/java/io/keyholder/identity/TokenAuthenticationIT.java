package io.keyholder.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.TokenReading;
import io.keyholder.testing.issuer.Attack;
import io.keyholder.testing.issuer.Attacks;
import io.keyholder.testing.issuer.SigningAlgorithm;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OperatorIssuer.class)
class TokenAuthenticationIT {
    private static final UUID TENANT = UUID.randomUUID();
    private static final UUID OTHER_TENANT = UUID.randomUUID();

    private static TestIssuer issuer;
    private static TestIssuer attacker;

    @Inject
    FakeIssuers issuers;

    @BeforeAll
    static void startIssuers() {
        issuer = TestIssuer.start("aurora");
        attacker = TestIssuer.start("attacker");
    }

    @AfterAll
    static void stopIssuers() {
        issuer.close();
        attacker.close();
    }

    @BeforeEach
    void register() {
        issuers.register(issuer.issuer(), TENANT);
    }

    static TokenSpec user() {
        return TokenSpec.of("ada").tenant(TENANT.toString());
    }

    @Nested
    class Accepts {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/whoami", "/v1/whoami-plain"})
        void shouldTellWhoCalls(String path) {
            TokenSpec spec = user().groups("g1", "g2").roles("global-admin").email("ada@aurora.example", true);

            get(path, issuer.token(spec))
                    .statusCode(200)
                    .body(equalTo("tenant=" + TENANT
                            + " user=ada groups=[g1, g2] complete=true globalAdmin=true operator=false"
                            + " email=ada@aurora.example"));
        }

        @ParameterizedTest
        @EnumSource(SigningAlgorithm.class)
        void shouldAcceptAsymmetricAlgorithms(SigningAlgorithm algorithm) {
            try (TestIssuer other = TestIssuer.start("alg-" + algorithm, algorithm)) {
                issuers.register(other.issuer(), TENANT);

                whoAmI(other.token(user())).statusCode(200);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"JWT", "at+jwt", "application/at+jwt"})
        void shouldAcceptTheTypesOfAccessTokens(String typ) {
            whoAmI(issuer.token(user().type(typ))).statusCode(200);
        }

        @Test
        void shouldNotTakeGroupsThatAreElsewhereForNone() {
            whoAmI(issuer.token(user())).body(containsString("groups=[] complete=false"));
            whoAmI(issuer.token(user().groups())).body(containsString("groups=[] complete=true"));
            whoAmI(issuer.token(user().claim("_claim_names", Map.of("groups", "src1"))))
                    .body(containsString("groups=[] complete=false"));
        }

        @Test
        void shouldNotBelieveAnUnverifiedAddress() {
            whoAmI(issuer.token(user().email("ada@aurora.example", false))).body(endsWith("email=null"));
        }

        @Test
        void shouldNeedNoTimeOfIssue() {
            whoAmI(issuer.token(user().withoutClaim("iat"))).statusCode(200);
        }

        @Test
        void shouldReadTokensAsTheirIssuerIsRegistered() {
            issuers.register(
                    issuer.issuer(),
                    TENANT,
                    new TokenReading(
                            TokenReading.Preset.ENTRA,
                            List.of("api://keyholder"),
                            null,
                            Map.of("Keyholder.Admin", "global-admin")));

            whoAmI(issuer.token(TokenSpec.of("pairwise")
                            .audience("api://keyholder")
                            .tenant("72f988bf-86f1-41af-91ab-2d7cd011db47")
                            .claim("oid", "690222be-ff1a-4d56-abd1-7e4f7d38e474")
                            .claim("scp", "access_as_user")
                            .claim("hasgroups", true)
                            .roles("Keyholder.Admin")))
                    .statusCode(200)
                    .body(startsWith("tenant=" + TENANT + " user=690222be-ff1a-4d56-abd1-7e4f7d38e474"))
                    .body(containsString("complete=false globalAdmin=true"));
        }

        @Test
        void shouldTakeATokenOfTwoHundredGroups() {
            String[] groups = IntStream.range(0, 200)
                    .mapToObj(i -> UUID.randomUUID().toString())
                    .toArray(String[]::new);

            String token = issuer.token(user().groups(groups));

            assertThat(token.length()).isGreaterThan(10 * 1024);
            get("/v1/whoami-plain", token).statusCode(200);
        }

        @Test
        void shouldNeedNoTenantInTheTokensOfAnIssuerOfOne() {
            whoAmI(issuer.token(TokenSpec.of("ada"))).statusCode(200).body(startsWith("tenant=" + TENANT));
        }

        @Test
        void shouldVerifyARepeatedTokenWithoutAskingTheIssuer() {
            String token = issuer.token(user());
            whoAmI(token).statusCode(200);
            int asked = issuer.requests();

            IntStream.range(0, 20).forEach(i -> whoAmI(token).statusCode(200));

            assertThat(issuer.requests()).isEqualTo(asked);
        }

        @Test
        void shouldAskAnIssuerOnceHoweverManyWait() throws Exception {
            try (TestIssuer slow = TestIssuer.start("slow");
                    ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
                issuers.register(slow.issuer(), TENANT);
                slow.answerDiscovery(reply -> reply.after(Duration.ofMillis(500)));
                List<String> tokens =
                        IntStream.range(0, 20).mapToObj(i -> slow.token(user())).toList();

                var answers = tokens.stream()
                        .map(token -> clients.submit(() -> whoAmI(token).statusCode(200)))
                        .toList();
                for (var answer : answers) {
                    answer.get();
                }

                assertThat(slow.discoveryFetches()).isEqualTo(1);
                assertThat(slow.jwksFetches()).isEqualTo(1);
            }
        }
    }

    @Nested
    class Refuses {

        static Stream<Attack> attacks() {
            return Attacks.all(issuer, attacker, user()).stream();
        }

        @ParameterizedTest
        @MethodSource("attacks")
        void shouldRefuseForgeries(Attack attack) {
            int asked = attacker.requests();

            refused(whoAmI(attack.token()));
            refused(whoAmI(attack.token()));

            assertThat(attacker.requests())
                    .as("an unregistered issuer is not asked")
                    .isEqualTo(asked);
        }

        @Test
        void shouldSayNothingOfTheTokenWhenThereIsNone() {
            given().get("/v1/whoami").then().statusCode(401).header("WWW-Authenticate", "Bearer realm=\"keyholder\"");
        }

        @Test
        void shouldRefuseTwoAuthorizationHeaders() {
            String token = issuer.token(user());

            refused(given().header("Authorization", "Bearer " + token, "Bearer " + token)
                    .get("/v1/whoami")
                    .then());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Basic YTpi", "Bearer", "bearer x", "DPoP abc", "Bearer a.b.c", "Bearer ..", "Bearer  "})
        void shouldRefuseOtherCredentials(String header) {
            refused(given().header("Authorization", header).get("/v1/whoami").then());
        }

        @Test
        void shouldRefuseATokenThatExpiresWhileItIsRemembered() {
            String token = issuer.token(
                    user().claim("iat", Instant.now().minusSeconds(60).getEpochSecond())
                            .expiresAt(Instant.now().minusSeconds(3)));
            whoAmI(token).statusCode(200);

            await().atMost(Duration.ofSeconds(6)).untilAsserted(() -> refused(whoAmI(token)));
        }

        @Test
        void shouldRefuseATenantThatIsSuspendedWithTheNextRequest() {
            String token = issuer.token(user());
            whoAmI(token).statusCode(200);

            issuers.suspend(issuer.issuer(), TENANT);

            refused(whoAmI(token)).header("WWW-Authenticate", containsString("suspended"));
        }

        @Test
        void shouldRefuseAnIssuerThatIsTakenAwayWithTheNextRequest() {
            String token = issuer.token(user());
            whoAmI(token).statusCode(200);

            issuers.deregister(issuer.issuer());
            refused(whoAmI(token));

            issuers.register(issuer.issuer(), TENANT);
            whoAmI(token).statusCode(200);
            issuer.rotateKey();
            whoAmI(issuer.token(user())).statusCode(200);
        }

        @Test
        void shouldRefuseATokenWithoutTenantOfASharedIssuer() {
            issuers.register(issuer.issuer(), TENANT, OTHER_TENANT);

            refused(whoAmI(issuer.token(TokenSpec.of("ada"))));
            whoAmI(issuer.token(user())).statusCode(200);
        }

        @Test
        void shouldRefuseATokenWithoutTenantOfASharedIssuerOfOneTenant() {
            issuers.deregister(issuer.issuer());
            issuers.share(issuer.issuer(), TENANT, TokenReading.DEFAULT);

            because(whoAmI(issuer.token(TokenSpec.of("ada").roles("global-admin"))), "which tenant");
            whoAmI(issuer.token(user())).statusCode(200);
        }

        @Test
        void shouldSayTheTrueReason() {
            Instant now = Instant.now();
            because(whoAmI(issuer.token(user().expiresAt(now.minusSeconds(60)))), "expired");
            because(whoAmI(issuer.token(user().notBefore(now.plusSeconds(60)))), "not yet valid");
            because(whoAmI(issuer.token(user().claim("iat", now.plusSeconds(60).getEpochSecond()))), "future");
            because(whoAmI(issuer.token(user().expiresAt(now.plus(Duration.ofDays(2))))), "valid for longer");
            because(whoAmI(issuer.token(user().withoutClaim("exp"))), "when it expires");
            because(whoAmI(issuer.token(user().claim("exp", "tomorrow"))), "exp is not a time");
            because(whoAmI(issuer.token(user().claim("nbf", 1e300))), "nbf is not a time");
            because(whoAmI(issuer.token(user().withoutClaim("aud"))), "names no audience");
            because(whoAmI(issuer.token(user().audience("another"))), "another audience");
            because(whoAmI(issuer.token(user().claim("nonce", "n"))), "ID token");
            because(whoAmI(issuer.token(user().claim("typ", "Refresh"))), "not an access token");
            because(whoAmI(issuer.token(user().withoutClaim("sub"))), "names no user (sub)");
            because(whoAmI(issuer.token(user().header("kid", "unknown"))), "not one of its issuer's");
            because(whoAmI(issuer.token(user()) + "AAAA"), "signature is not valid");
            because(whoAmI(issuer.token(user()) + "="), "not a signed JWT");
        }

        @ParameterizedTest
        @ValueSource(strings = {" ada", "ada ", "a\u0000da", "ada\u00a0", "a\u0085da"})
        void shouldRefuseAUserWhoseIdNobodyCouldWrite(String id) {
            because(whoAmI(issuer.token(user().claim("sub", id))), "control characters, or white space");
        }

        @Test
        void shouldRefuseAUserWhoseIdIsTooLong() {
            whoAmI(issuer.token(user().claim("sub", "x".repeat(255)))).statusCode(200);

            because(whoAmI(issuer.token(user().claim("sub", "x".repeat(256)))), "longer than 255");
            because(whoAmI(issuer.token(user().claim("sub", "x".repeat(4800)))), "longer than 255");
        }

        @Test
        void shouldRefuseATokenThatItsIssuerDoesNotAcceptAnyMore() {
            String token = issuer.token(user());
            whoAmI(token).statusCode(200);

            issuers.register(issuer.issuer(), TENANT, new TokenReading(null, List.of("api://other"), null, null));

            because(whoAmI(token), "another audience");
        }
    }

    @Nested
    class Starting {

        @AfterEach
        void end() {
            issuers.becomeComplete(true);
        }

        @Test
        void shouldNotCallATokenInvalidBeforeAllRegistrationsAreKnown() {
            issuers.becomeComplete(false);

            for (String issued : List.of(issuer.token(user()), attacker.token(user()))) {
                whoAmI(issued)
                        .statusCode(503)
                        .header("Retry-After", "1")
                        .header("WWW-Authenticate", nullValue())
                        .body("type", equalTo("/problems/service-unavailable"));
            }
        }

        @Test
        void shouldSayAtOnceThatATokenIsMissing() {
            issuers.becomeComplete(false);

            given().get("/v1/whoami").then().statusCode(401);
        }
    }

    @Nested
    class Operators {

        @Test
        void shouldKnowAnOperatorByTheOperatorIssuer() {
            whoAmI(OperatorIssuer.running().token(TokenSpec.of("root").roles("platform-operator")))
                    .statusCode(200)
                    .body(equalTo("tenant=null user=root groups=[] complete=false globalAdmin=false operator=true"
                            + " email=null"));
        }

        @Test
        void shouldGiveATenantsTokenNoOperatorsRole() {
            whoAmI(issuer.token(user().roles("platform-operator")))
                    .statusCode(200)
                    .body(containsString("operator=false"));
        }

        @Test
        void shouldGiveAnOperatorNoTenant() {
            whoAmI(OperatorIssuer.running().token(user().roles("global-admin")))
                    .statusCode(200)
                    .body(startsWith("tenant=null"))
                    .body(containsString("globalAdmin=false operator=false"));
        }
    }

    @Nested
    class Keys {

        @Test
        void shouldAcceptARotatedKeyAndAskForItOnce() {
            try (TestIssuer rotating = TestIssuer.start("rotating")) {
                issuers.register(rotating.issuer(), TENANT);
                whoAmI(rotating.token(user())).statusCode(200);

                rotating.rotateKey();
                IntStream.range(0, 10)
                        .forEach(i -> whoAmI(rotating.token(user())).statusCode(200));
                IntStream.range(0, 10)
                        .forEach(i -> refused(whoAmI(rotating.token(user().header("kid", "unknown-" + i)))));

                assertThat(rotating.jwksFetches()).isEqualTo(2);
            }
        }

        @Test
        void shouldForgetTokensWhoseKeyIsWithdrawn() {
            try (TestIssuer rotating = TestIssuer.start("withdrawing")) {
                issuers.register(rotating.issuer(), TENANT);
                String old = rotating.token(user());
                IntStream.range(0, 3).forEach(i -> whoAmI(old).statusCode(200));

                rotating.rotateKey();
                rotating.keepOldKey(false);
                whoAmI(rotating.token(user())).statusCode(200);

                refused(whoAmI(old));
            }
        }

        @Test
        void shouldGoOnWithKnownKeysWhileTheIssuerIsAway() {
            try (TestIssuer leaving = TestIssuer.start("leaving")) {
                issuers.register(leaving.issuer(), TENANT);
                whoAmI(leaving.token(user())).statusCode(200);

                leaving.goAway();

                whoAmI(leaving.token(user())).statusCode(200);
                leaving.rotateKey();
                unavailable(whoAmI(leaving.token(user())));
                unavailable(whoAmI(leaving.token(user())));
            }
        }

        @Test
        void shouldFindKeysThatHaveMoved() {
            try (TestIssuer moving = TestIssuer.start("moving");
                    TestIssuer place = TestIssuer.start("place")) {
                issuers.register(moving.issuer(), TENANT);
                whoAmI(moving.token(user())).statusCode(200);
                AtomicReference<String> keys = new AtomicReference<>("");

                moving.answerJwks(reply -> {
                    keys.set(reply.body());
                    return reply.status(404);
                });
                place.answerJwks(reply -> reply.body(keys.get()));
                moving.answerDiscovery(reply -> reply.body(reply.body().replace(moving.jwksUri(), place.jwksUri())));
                moving.rotateKey();
                unavailable(whoAmI(moving.token(user())));

                await().atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> whoAmI(moving.token(user())).statusCode(200));
            }
        }

        @Test
        void shouldSayThatAnIssuerIsAwayWhoseKeysAreNotKnown() {
            try (TestIssuer away = TestIssuer.start("away")) {
                issuers.register(away.issuer(), TENANT);
                away.goAway();
                String token = away.token(user());

                unavailable(whoAmI(token));

                away.comeBack();
                await().atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> whoAmI(token).statusCode(200));
            }
        }
    }

    @Nested
    class UnfitKeys {

        @ParameterizedTest
        @ValueSource(strings = {"use", "alg", "key_ops"})
        void shouldNotBeUsed(String member) {
            try (TestIssuer odd = TestIssuer.start("odd-" + member)) {
                issuers.register(odd.issuer(), TENANT);
                Object value =
                        member.equals("key_ops") ? "[\"encrypt\"]" : member.equals("use") ? "\"enc\"" : "\"RSA-OAEP\"";
                odd.answerJwks(reply -> reply.body(reply.body()
                        .replaceAll(",?\"" + member + "\":\"[^\"]*\"", "")
                        .replace("\"kty\"", "\"" + member + "\":" + value + ",\"kty\"")));

                because(whoAmI(odd.token(user())), "not one of its issuer's");
            }
        }

        @Test
        void shouldNotSpoilTheOthers() {
            try (TestIssuer odd = TestIssuer.start("odd-exponent")) {
                issuers.register(odd.issuer(), TENANT);
                String absurd = "{\"kty\":\"RSA\",\"kid\":\"absurd\",\"n\":\"" + "_".repeat(2048) + "\",\"e\":\""
                        + "_".repeat(2048) + "\"},";
                odd.answerJwks(reply -> reply.body(reply.body().replace("[", "[" + absurd + "7,{},")));

                whoAmI(odd.token(user())).statusCode(200);
                because(whoAmI(odd.token(user().header("kid", "absurd"))), "not one of its issuer's");
            }
        }

        @Test
        void shouldBindTheirAlgorithm() {
            try (TestIssuer odd = TestIssuer.start("bound", SigningAlgorithm.RS256)) {
                issuers.register(odd.issuer(), TENANT);
                odd.answerJwks(reply -> reply.body(reply.body()
                        .replaceAll(",?\"alg\":\"[^\"]*\"", "")
                        .replace("\"kty\"", "\"alg\":\"PS256\",\"kty\"")));

                because(whoAmI(odd.token(user())), "algorithm is not that of its key");
            }
        }
    }

    @Nested
    class HostileIssuers {

        @Test
        void shouldNotFollowRedirects() {
            hostile(
                    "redirecting",
                    it -> it.answerDiscovery(
                            reply -> reply.redirectTo(attacker.issuer() + "/.well-known/openid-configuration")));
        }

        @Test
        void shouldNotReadMoreThan64KiB() {
            hostile(
                    "talkative",
                    it -> it.answerJwks(reply -> reply.body(
                            reply.body().replaceFirst("\\{", "{\"padding\":\"" + "x".repeat(70_000) + "\","))));
        }

        @Test
        void shouldNotWaitForEver() {
            Instant start = Instant.now();
            hostile("sleeping", it -> it.answerDiscovery(reply -> reply.after(Duration.ofSeconds(20))));

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }

        @Test
        void shouldNotTakeAnotherIssuersDocument() {
            hostile(
                    "lying",
                    it -> it.answerDiscovery(reply -> reply.body(
                            reply.body().replace("\"" + it.issuer() + "\"", "\"" + issuer.issuer() + "\""))));
        }

        @Test
        void shouldNotFetchKeysFromAnAddressThatIsNotAllowed() {
            hostile(
                    "probing",
                    it -> it.answerDiscovery(
                            reply -> reply.body(reply.body().replace(it.jwksUri(), "http://169.254.169.254/latest"))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "{\"keys\": 1}", "[]", ""})
        void shouldSurviveNonsense(String nonsense) {
            hostile("nonsense", it -> it.answerJwks(reply -> reply.body(nonsense)));
        }

        private void hostile(String name, java.util.function.Consumer<TestIssuer> misbehave) {
            int asked = attacker.requests();
            try (TestIssuer hostile = TestIssuer.start(name)) {
                issuers.register(hostile.issuer(), TENANT);
                misbehave.accept(hostile);

                unavailable(whoAmI(hostile.token(user())));
            }
            assertThat(attacker.requests()).isEqualTo(asked);
        }
    }

    private static ValidatableResponse whoAmI(String token) {
        return get("/v1/whoami", token);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static ValidatableResponse refused(ValidatableResponse response) {
        return response.statusCode(401)
                .header(
                        "WWW-Authenticate",
                        matchesPattern(
                                "Bearer realm=\"keyholder\", error=\"invalid_token\", error_description=\"[^\"]+\""))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("status", equalTo(401))
                .body("instance", equalTo("/v1/whoami"));
    }

    private static void because(ValidatableResponse response, String reason) {
        refused(response).body("detail", containsString(reason));
    }

    private static ValidatableResponse unavailable(ValidatableResponse response) {
        return response.statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/issuer-unavailable"));
    }
}
