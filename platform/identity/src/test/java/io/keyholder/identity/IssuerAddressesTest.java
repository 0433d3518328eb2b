package io.keyholder.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.identity.IssuerAddresses.AddressNotAllowed;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAddressesTest {
    private final IssuerAddresses strict = addresses(false, false);
    private final IssuerAddresses local = addresses(true, false);
    private final IssuerAddresses inOwnNetwork = addresses(false, true);

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/realms/a", "https://203.0.113.7:8443", "https://[2606:4700::1111]/x"})
    void shouldAllowPublicAddressesByHttps(String url) {
        assertThatCode(() -> strict.check(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.7/realms/a",
                "ftp://203.0.113.7/x",
                "https://user@203.0.113.7/",
                "https:///x",
                "nonsense",
                "https://a b/",
                "https://no-such-host.invalid/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "http://localhost:8180/realms/a",
                "https://10.0.0.1/",
                "https://172.16.3.4/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://224.0.0.1/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[2002:a00:1::]/",
                "https://2130706433/",
                "https://0x7f.1/"
            })
    void shouldRefuseEverythingElse(String url) {
        assertThatThrownBy(() -> strict.check(url)).isInstanceOf(AddressNotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8180/realms/a", "http://localhost:8180", "http://[::1]/", "https://127.0.0.1/"
            })
    void shouldAllowThisMachineWhenToldTo(String url) {
        assertThatCode(() -> local.check(url)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inOwnNetwork.check(url)).isInstanceOf(AddressNotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/", "https://192.168.1.1/", "https://[fd00::1]/"})
    void shouldAllowTheOwnNetworkWhenToldToAndByHttpsAlone(String url) {
        assertThatCode(() -> inOwnNetwork.check(url)).doesNotThrowAnyException();
        assertThatThrownBy(() -> inOwnNetwork.check(url.replace("https", "http")))
                .isInstanceOf(AddressNotAllowed.class);
        assertThatThrownBy(() -> local.check(url)).isInstanceOf(AddressNotAllowed.class);
    }

    @Test
    void shouldLeaveTheIssuersOwnHostToAProxyAndNoOther() {
        String issuer = "https://login.aurora.invalid/tenant";
        IssuerAddresses behindAProxy = new IssuerAddresses(config(false, false)
                .withDefaultValue("keyholder.identity.proxy.host", "proxy.invalid")
                .withDefaultValue("keyholder.identity.proxy.port", "3128")
                .build()
                .getConfigMapping(IdentityConfig.class));

        assertThatCode(() -> behindAProxy.check("https://LOGIN.aurora.invalid/keys", issuer))
                .doesNotThrowAnyException();
        for (String url : List.of("https://vault.aurora.invalid/keys", "http://login.aurora.invalid/keys")) {
            assertThatThrownBy(() -> behindAProxy.check(url, issuer)).isInstanceOf(AddressNotAllowed.class);
        }
        assertThatThrownBy(() -> addresses(false, false).check(issuer, issuer)).isInstanceOf(AddressNotAllowed.class);
    }

    private static IssuerAddresses addresses(boolean allowLoopback, boolean allowPrivate) {
        return new IssuerAddresses(config(allowLoopback, allowPrivate).build().getConfigMapping(IdentityConfig.class));
    }

    private static SmallRyeConfigBuilder config(boolean allowLoopback, boolean allowPrivate) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(IdentityConfig.class)
                .withDefaultValue("keyholder.identity.allow-loopback-issuers", Boolean.toString(allowLoopback))
                .withDefaultValue("keyholder.identity.allow-private-issuers", Boolean.toString(allowPrivate))
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter());
    }
}
