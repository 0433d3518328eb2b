package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackchannelTest {
    private static final String OWN = "http://localhost:8180/realms/aurora";

    private final Backchannel backchannel = backchannel(Map.of(
            "keyholder.identity.backchannel-issuers", "http://localhost:8180/realms/",
            "keyholder.identity.backchannel-address", "http://keycloak:8080/realms"));

    @Test
    void shouldLeadToTheOwnIdentityProvider() {
        assertThat(backchannel.serves(OWN)).isTrue();
        assertThat(backchannel.addressOf(OWN)).isEqualTo("http://keycloak:8080/realms/aurora");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://login.example.org", "http://localhost:8180/realmsevil/aurora", "http://localhost:8180"})
    void shouldLeaveOtherIssuersWhereTheyAre(String issuer) {
        assertThat(backchannel.serves(issuer)).isFalse();
        assertThat(backchannel.addressOf(issuer)).isEqualTo(issuer);
    }

    @Test
    void shouldTrustTheOwnIdentityProvidersOriginAlone() {
        assertThat(backchannel.isTrusted(OWN, "http://keycloak:8080")).isTrue();
        assertThat(backchannel.isTrusted(OWN, "http://keycloak:9000")).isFalse();
        assertThat(backchannel.isTrusted(OWN, "https://keycloak:8080")).isFalse();
        assertThat(backchannel.isTrusted(OWN, "http://rooms-service:8080")).isFalse();
    }

    @Test
    void shouldOpenTheOriginToNoOtherIssuer() {
        assertThat(backchannel.isTrusted("https://attacker.example", "http://keycloak:8080"))
                .isFalse();
    }

    @Test
    void shouldLeaveEveryIssuerAloneWhenThereIsNone() {
        Backchannel none = backchannel(Map.of());
        assertThat(none.serves(OWN)).isFalse();
        assertThat(none.addressOf(OWN)).isEqualTo(OWN);
        assertThat(none.isTrusted(OWN, "http://localhost:8180")).isFalse();
    }

    @Test
    void shouldWantBothOrNeither() {
        assertThatThrownBy(() -> backchannel(Map.of("keyholder.identity.backchannel-address", "http://keycloak")))
                .hasMessageContaining("go together");
    }

    private static Backchannel backchannel(Map<String, String> settings) {
        return new Backchannel(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(IdentityConfig.class)
                .withDefaultValues(settings)
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(IdentityConfig.class));
    }
}
