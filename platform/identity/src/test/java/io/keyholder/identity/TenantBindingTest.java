package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.access.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantBindingTest {
    private static final String ISSUER = "https://login.aurora.example";
    private static final String OPERATORS = "https://login.keyholder.example";
    private static final UUID AURORA = UUID.fromString("0199f000-0000-7000-8000-00000000000a");
    private static final UUID BOREALIS = UUID.fromString("0199f000-0000-7000-8000-00000000000b");

    private final FakeIssuers issuers = new FakeIssuers();
    private final TenantBinding binding = new TenantBinding(issuers, () -> Optional.of(OPERATORS));

    @BeforeEach
    void register() {
        issuers.register(ISSUER, AURORA);
    }

    @Test
    void shouldBindByTheClaim() {
        issuers.register(ISSUER, AURORA, BOREALIS);

        assertThat(binding.bind(token(ISSUER, BOREALIS.toString())).tenantId()).isEqualTo(BOREALIS);
    }

    @Test
    void shouldBindWithoutClaimWhereThereIsNoChoice() {
        assertThat(binding.bind(token(ISSUER, null)).tenantId()).isEqualTo(AURORA);
    }

    @Test
    void shouldNotChooseAmongSeveral() {
        issuers.register(ISSUER, AURORA, BOREALIS);

        assertRefused(token(ISSUER, null));
    }

    @Test
    void shouldRefuseATenantOfAnotherIssuer() {
        assertRefused(token(ISSUER, BOREALIS.toString()));
        assertRefused(token(ISSUER, ""));
        assertRefused(token(ISSUER, "a-b-c-d-e"));
    }

    @Test
    void shouldRefuseASuspendedTenantAndAnUnknownIssuer() {
        issuers.suspend(ISSUER, AURORA);

        assertRefused(token(ISSUER, AURORA.toString()));
        assertRefused(token("https://elsewhere.example", AURORA.toString()));
    }

    @Test
    void shouldBelieveEachRoleOfItsOwnIssuerAlone() {
        Caller tenant = binding.bind(token(ISSUER, null, "global-admin", "platform-operator"));
        Caller operator = binding.bind(token(OPERATORS, AURORA.toString(), "global-admin", "platform-operator"));
        Caller other = binding.bind(token(OPERATORS, null));

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

        assertThat(binding.bind(token(OPERATORS, AURORA.toString())).tenantId()).isNull();
    }

    private void assertRefused(VerifiedToken token) {
        assertThatThrownBy(() -> binding.bind(token)).isInstanceOf(TokenRefused.class);
    }

    private static VerifiedToken token(String issuer, @Nullable String tenant, String... roles) {
        return new VerifiedToken(
                issuer, "ada", tenant, new TokenGroups(Set.of(), true), Set.of(roles), null, 0, Long.MAX_VALUE);
    }
}
