package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.access.Caller;
import io.keyholder.contracts.TokenReading;
import io.keyholder.contracts.TokenReading.Claims;
import io.keyholder.contracts.TokenReading.Preset;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One token a product and version, in the shape that its documentation shows, and what becomes of it untouched. */
class ProductTokensTest {
    private static final UUID AURORA = UUID.fromString("0199f000-0000-7000-8000-00000000000a");
    private static final String API = "https://api.keyholder.example";

    private final FakeIssuers issuers = new FakeIssuers();
    private final TenantBinding binding = new TenantBinding(issuers, Optional::empty, Tokens.config());

    @Nested
    class Entra {
        private static final String CLIENT = "2c1f6a3e-7d55-4a5b-9c39-6f5c8a1b7e10";
        private static final String USER = "690222be-ff1a-4d56-abd1-7e4f7d38e474";

        private final TokenReading reading = new TokenReading(
                Preset.ENTRA,
                List.of(CLIENT, "api://" + CLIENT),
                Claims.NONE,
                Map.of("Keyholder.Admin", "global-admin"));

        @Test
        void shouldReadVersion1() {
            assertThat(read("entra-v1", reading))
                    .returns(AURORA, Caller::tenantId)
                    .returns(USER, Caller::userId)
                    .returns(true, Caller::globalAdmin)
                    .returns(true, Caller::groupsComplete)
                    .returns(
                            Set.of("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-000000000002"),
                            Caller::groups)
                    .as("what anybody can write into email is not verified")
                    .returns(null, Caller::verifiedEmail);
        }

        @Test
        void shouldReadVersion2() {
            assertThat(read("entra-v2", reading))
                    .returns(USER, Caller::userId)
                    .returns(true, Caller::globalAdmin)
                    .returns("ada@aurora.example", Caller::verifiedEmail);
        }

        @Test
        void shouldNotTakeAnOverageForNoGroups() {
            assertThat(read("entra-v2-overage", reading))
                    .returns(Set.of(), Caller::groups)
                    .returns(false, Caller::groupsComplete);
        }

        @Test
        void shouldTellDirectoriesApartByTheirId() {
            TokenReading ours = new TokenReading(
                    Preset.ENTRA,
                    List.of(CLIENT),
                    new Claims(null, "72F988BF-86F1-41AF-91AB-2D7CD011DB47", null, null, null, null),
                    null);
            TokenReading others = new TokenReading(
                    Preset.ENTRA,
                    List.of(CLIENT),
                    new Claims(null, "00000000-86f1-41af-91ab-2d7cd011db47", null, null, null, null),
                    null);

            assertThat(read("entra-v2", ours).tenantId()).isEqualTo(AURORA);
            assertRefused("entra-v2", others, "does not serve its tenant");
        }

        @Test
        void shouldRefuseAnIdToken() {
            assertRefused("entra-v2-id-token", reading, "not an access token");
        }

        @Test
        void shouldTakeNoAudienceButThoseRegistered() {
            assertRefused("entra-v2", new TokenReading(Preset.ENTRA, null, null, null), "another audience");
        }

        @Test
        void shouldNotTakeARoleOfTheSameNameThatTheMappingLeavesOut() {
            TokenReading mapped =
                    new TokenReading(Preset.ENTRA, List.of(CLIENT), Claims.NONE, Map.of("Other.Role", "global-admin"));

            assertThat(read("entra-v2", mapped).globalAdmin()).isFalse();
        }
    }

    @Nested
    class Okta {
        private final TokenReading reading = new TokenReading(Preset.OKTA, List.of("api://default"), Claims.NONE, null);

        @Test
        void shouldReadAnAccessToken() {
            assertThat(read("okta", reading))
                    .as("the id that stays when the login changes")
                    .returns("00ujmkLgagxeRrAg20g3", Caller::userId)
                    .returns(Set.of("Everyone", "Room leads"), Caller::groups)
                    .returns(false, Caller::globalAdmin);
        }

        @Test
        void shouldTakeAGroupForARoleWhereToldTo() {
            TokenReading mapped = new TokenReading(
                    Preset.OKTA,
                    List.of("api://default"),
                    new Claims(null, null, "sub", null, "groups", null),
                    Map.of("Room leads", "global-admin"));

            assertThat(read("okta", mapped))
                    .returns("ada@aurora.example", Caller::userId)
                    .returns(true, Caller::globalAdmin);
        }

        @Test
        void shouldRefuseAnIdToken() {
            assertRefused("okta-id-token", reading, "not an access token");
        }
    }

    @Test
    void shouldReadTheNamespacedClaimsOfAuth0() {
        TokenReading said = new TokenReading(
                Preset.AUTH0,
                List.of(API),
                new Claims(null, null, null, null, "https://keyholder.aurora.example/roles", null),
                null);

        assertThat(read("auth0", new TokenReading(Preset.AUTH0, List.of(API), null, null)))
                .returns("auth0|5f7c8ec7c33c6c004bbafe82", Caller::userId)
                .returns(true, Caller::globalAdmin)
                .returns(Set.of("room-leads"), Caller::groups)
                .returns(true, Caller::groupsComplete);
        assertThat(read("auth0", said).globalAdmin()).isTrue();
    }

    @Test
    void shouldNotChooseAmongTheNamespacesOfAuth0() {
        JsonObject token = token("auth0").put("https://another.example/roles", "global-admin");

        assertThat(read(token, new TokenReading(Preset.AUTH0, List.of(API), null, null))
                        .globalAdmin())
                .isFalse();
    }

    @Nested
    class Google {
        private final TokenReading reading = new TokenReading(
                Preset.GOOGLE,
                List.of("407408718192.apps.googleusercontent.com"),
                new Claims(null, "aurora.example", null, null, "email", null),
                Map.of("ada@aurora.example", "global-admin"));

        @Test
        void shouldReadAnIdTokenOfTheDomain() {
            assertThat(read("google", reading))
                    .returns("110169484474386276334", Caller::userId)
                    .returns(true, Caller::globalAdmin)
                    .returns(false, Caller::groupsComplete)
                    .returns("ada@aurora.example", Caller::verifiedEmail);
        }

        @Test
        void shouldRefuseTheRestOfTheWorld() {
            JsonObject another = token("google").put("hd", "borealis.example");
            JsonObject anybody = token("google");
            anybody.remove("hd");

            assertRefused(another, reading, "does not serve its tenant");
            assertRefused(anybody, reading, "does not say which tenant");
        }
    }

    @Nested
    class Ping {

        @Test
        void shouldReadPingOne() {
            TokenReading reading = new TokenReading(
                    Preset.PING, List.of(API), new Claims(null, null, null, "memberOfGroupNames", null, null), null);

            assertThat(read("ping-one", reading))
                    .returns("1c8f6a3e-7d55-4a5b-9c39-6f5c8a1b7e10", Caller::userId)
                    .returns(Set.of("Room leads"), Caller::groups);
        }

        @Test
        void shouldReadPingFederate() {
            assertThat(read("ping-federate", new TokenReading(Preset.PING, null, null, null)))
                    .returns("ada", Caller::userId)
                    .returns(Set.of("CN=Room leads,OU=Groups,DC=aurora,DC=example"), Caller::groups);
        }
    }

    @Nested
    class Keycloak {
        private final TokenReading reading = new TokenReading(Preset.KEYCLOAK, null, null, null);

        @Test
        void shouldReadVersion24() {
            assertThat(read("keycloak-24", reading))
                    .returns("f3b1c1de-3d2c-4b36-8a6f-5a7f0e5f1b11", Caller::userId)
                    .returns(Set.of("/help-desk", "/rooms/leads"), Caller::groups)
                    .returns(true, Caller::globalAdmin)
                    .returns("ada@aurora.example", Caller::verifiedEmail);
        }

        @Test
        void shouldReadVersion26() {
            assertThat(read("keycloak-26", reading))
                    .returns(true, Caller::globalAdmin)
                    .returns(false, Caller::groupsComplete);
        }

        @Test
        void shouldRefuseItsOtherTokens() {
            for (String typ : List.of("ID", "Refresh", "Offline", "Logout", "bearer")) {
                assertRefused(token("keycloak-26").put("typ", typ), reading, "not an access token");
            }
            JsonObject untyped = token("keycloak-26");
            untyped.remove("typ");
            assertRefused(untyped, reading, "does not say that it is an access token");
        }

        @Test
        void shouldReadRolesOfAClientByTheirPath() {
            TokenReading ofClient = new TokenReading(
                    Preset.KEYCLOAK,
                    null,
                    new Claims(null, null, null, null, "resource_access.keyholder.web.roles", null),
                    Map.of("admin", "global-admin"));
            JsonObject token = token("keycloak-24");
            token.getJsonObject("resource_access").put("keyholder.web", new JsonObject().put("roles", "admin"));

            assertThat(read(token, ofClient).globalAdmin()).isTrue();
            assertThat(read("keycloak-24", ofClient).globalAdmin()).isFalse();
        }
    }

    private Caller read(String name, TokenReading reading) {
        return read(token(name), reading);
    }

    private Caller read(JsonObject claims, TokenReading reading) {
        issuers.register(claims.getString("iss"), AURORA, reading);
        return binding.bind(binding.read(Tokens.unverified(claims), Tokens.TIMES));
    }

    private void assertRefused(String name, TokenReading reading, String reason) {
        assertRefused(token(name), reading, reason);
    }

    private void assertRefused(JsonObject claims, TokenReading reading, String reason) {
        assertThatThrownBy(() -> read(claims, reading))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining(reason);
    }

    private static JsonObject token(String name) {
        try (@Nullable InputStream file = ProductTokensTest.class.getResourceAsStream("/tokens/" + name + ".json")) {
            return new JsonObject(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
