package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.access.Caller;
import io.keyholder.contracts.TokenReading;
import io.keyholder.contracts.TokenReading.Claims;
import io.keyholder.contracts.TokenReading.Preset;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TenantBindingTest {
    private static final String ISSUER = "https://login.aurora.example";
    private static final String OPERATORS = "https://login.keyholder.example";
    private static final UUID AURORA = UUID.fromString("0199f000-0000-7000-8000-00000000000a");
    private static final UUID BOREALIS = UUID.fromString("0199f000-0000-7000-8000-00000000000b");

    private final FakeIssuers issuers = new FakeIssuers();
    private final TenantBinding binding = new TenantBinding(issuers, () -> Optional.of(OPERATORS), Tokens.config());

    @BeforeEach
    void register() {
        issuers.register(ISSUER, AURORA);
    }

    @Test
    void shouldBindByTheClaim() {
        issuers.register(ISSUER, AURORA, BOREALIS);

        assertThat(bind(ISSUER, BOREALIS.toString()).tenantId()).isEqualTo(BOREALIS);
        assertThat(bind(ISSUER, BOREALIS.toString().toUpperCase(java.util.Locale.ROOT))
                        .tenantId())
                .isEqualTo(BOREALIS);
    }

    @Test
    void shouldBindWithoutClaimWhereThereIsNoChoice() {
        assertThat(bind(ISSUER, null).tenantId()).isEqualTo(AURORA);
    }

    @Test
    void shouldNotChooseAmongSeveral() {
        issuers.register(ISSUER, AURORA, BOREALIS);

        assertRefused(ISSUER, null, "does not say which tenant");
    }

    @Test
    void shouldWantTheClaimOfASharedIssuerAlsoWhileOneTenantAloneHasIt() {
        issuers.deregister(ISSUER);
        issuers.share(ISSUER, AURORA, TokenReading.DEFAULT);

        assertRefused(ISSUER, null, "does not say which tenant");
        assertThat(bind(ISSUER, AURORA.toString()).tenantId()).isEqualTo(AURORA);
    }

    @Test
    void shouldRefuseATenantOfAnotherIssuer() {
        assertRefused(ISSUER, BOREALIS.toString(), "does not serve");
        assertRefused(ISSUER, "", "does not serve");
        assertRefused(ISSUER, "a-b-c-d-e", "does not serve");
        assertRefused(ISSUER, 7, "does not serve");
        assertRefused(ISSUER, new JsonArray().add(AURORA.toString()), "does not serve");
    }

    @Test
    void shouldRefuseASuspendedTenantAndAnUnknownIssuer() {
        issuers.suspend(ISSUER, AURORA);

        assertRefused(ISSUER, AURORA.toString(), "suspended");
        assertRefused("https://elsewhere.example", AURORA.toString(), "not registered");
    }

    @Test
    void shouldBelieveEachRoleOfItsOwnIssuerAlone() {
        Caller tenant = bind(ISSUER, null, "global-admin", "platform-operator");
        Caller operator = bind(OPERATORS, AURORA.toString(), "global-admin", "platform-operator");
        Caller other = bind(OPERATORS, null);

        assertThat(tenant).returns(true, Caller::globalAdmin).returns(false, Caller::platformOperator);
        assertThat(operator)
                .returns(false, Caller::globalAdmin)
                .returns(true, Caller::platformOperator)
                .returns(null, Caller::tenantId);
        assertThat(other).returns(false, Caller::platformOperator);
    }

    /** A tenant that registers the operators' issuer must not make its users operators, nor operators its users. */
    @Test
    void shouldKeepTheOperatorIssuerOutOfTenants() {
        issuers.register(OPERATORS, AURORA);

        assertThat(bind(OPERATORS, AURORA.toString()).tenantId()).isNull();
    }

    @Nested
    class ByWhatARegistrationSays {

        @Test
        void shouldBindByAnotherClaimAndItsValue() {
            issuers.deregister(ISSUER);
            issuers.share(ISSUER, AURORA, named("org", "aurora"));
            issuers.share(ISSUER, BOREALIS, named("org", "borealis"));

            assertThat(bind(claims(ISSUER).put("org", "borealis")).tenantId()).isEqualTo(BOREALIS);
            assertRefused(claims(ISSUER).put("org", "solstice"), "does not serve");
            assertRefused(claims(ISSUER).put("org", AURORA.toString()), "does not serve");
            assertRefused(claims(ISSUER).put("tid", AURORA.toString()), "does not say");
        }

        @Test
        void shouldWantTheValueAlsoOfAnIssuerOfOne() {
            issuers.register(ISSUER, AURORA, named("hd", "aurora.example"));

            assertThat(bind(claims(ISSUER).put("hd", "aurora.example")).tenantId())
                    .isEqualTo(AURORA);
            assertRefused(claims(ISSUER), "does not say");
            assertRefused(claims(ISSUER).put("hd", "gmail.example"), "does not serve");
        }

        @Test
        void shouldNotChooseWhereTwoRegistrationsContradict() {
            issuers.deregister(ISSUER);
            issuers.share(ISSUER, AURORA, named("org", "aurora"));
            issuers.share(ISSUER, BOREALIS, named("unit", "north"));

            assertRefused(claims(ISSUER).put("org", "aurora").put("unit", "north"), "does not serve");
            assertThat(bind(claims(ISSUER).put("org", "aurora").put("unit", "south"))
                            .tenantId())
                    .isEqualTo(AURORA);
        }

        @Test
        void shouldReadATokenAnewOnceItsIssuerIsRegisteredOtherwise() {
            VerifiedToken before = binding.read(Tokens.unverified(claims(ISSUER)), Tokens.TIMES);
            assertThat(binding.isCurrent(before)).isTrue();

            issuers.register(
                    ISSUER, AURORA, new TokenReading(Preset.GENERIC, List.of("api://other"), Claims.NONE, null));

            assertThat(binding.isCurrent(before)).isFalse();
            assertRefused(claims(ISSUER), "another audience");
        }

        private static TokenReading named(String claim, String value) {
            return new TokenReading(null, null, new Claims(claim, value, null, null, null, null), null);
        }
    }

    private void assertRefused(String issuer, @Nullable Object tenant, String reason) {
        assertRefused(tenant == null ? claims(issuer) : claims(issuer).put("tid", tenant), reason);
    }

    private void assertRefused(JsonObject claims, String reason) {
        assertThatThrownBy(() -> bind(claims)).isInstanceOf(TokenRefused.class).hasMessageContaining(reason);
    }

    private Caller bind(String issuer, @Nullable String tenant, String... roles) {
        JsonObject claims = claims(issuer).put("roles", new JsonArray(List.of(roles)));
        return bind(tenant == null ? claims : claims.put("tid", tenant));
    }

    private Caller bind(JsonObject claims) {
        return binding.bind(binding.read(Tokens.unverified(claims), Tokens.TIMES));
    }

    private static JsonObject claims(String issuer) {
        return new JsonObject().put("iss", issuer).put("sub", "ada").put("aud", "keyholder");
    }
}
