package io.keyholder.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final String PROXY = "10.1.2.3";

    private final ClientAddress behindProxies = trusting("10.0.0.0/8", "2001:db8:1::/48", "192.0.2.1");

    @Test
    void shouldBelieveNobodyWhoIsNoProxy() {
        assertThat(trusting().of(request(PROXY, "203.0.113.9"))).isEqualTo(PROXY);
        assertThat(behindProxies.of(request("203.0.113.7", "203.0.113.9"))).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "203.0.113.9:4711 | 203.0.113.9",
                "1.1.1.1, 203.0.113.9 | 203.0.113.9",
                "1.1.1.1, 203.0.113.9, 10.9.9.9,192.0.2.1 | 203.0.113.9",
                "[2001:db8:2::9]:443 | 2001:db8:2:0:0:0:0:9",
                "2001:db8:2::9, 2001:db8:1::5 | 2001:db8:2:0:0:0:0:9",
                "::ffff:203.0.113.9 | 203.0.113.9",
                "10.0.0.1, 10.0.0.2 | 10.0.0.1"
            })
    void shouldTakeTheLastThatIsNoProxy(String forwardedFor, String client) {
        assertThat(behindProxies.of(request(PROXY, forwardedFor))).isEqualTo(client);
    }

    @Test
    void shouldReadSeveralLinesAsOne() {
        assertThat(behindProxies.of(request(PROXY, "1.1.1.1", "203.0.113.9", "10.0.0.1")))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "localhost", "1.1.1.1, nonsense", "[2001:db8::1", "999.1.1.1"})
    void shouldNotGuessWhereAProxySaysNothingUsable(String forwardedFor) {
        assertThat(behindProxies.of(request(PROXY, forwardedFor))).isEqualTo(PROXY);
    }

    @Test
    void shouldCountAnIpv6NetworkAsOne() {
        assertThat(behindProxies.networkOf(request("2001:db8:7:1::a")))
                .isEqualTo(behindProxies.networkOf(request("2001:db8:7:1:ffff::b")))
                .isNotEqualTo(behindProxies.networkOf(request("2001:db8:7:2::a")));
        assertThat(behindProxies.networkOf(request("203.0.113.7"))).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0/8/8"})
    void shouldNotStartWithWhatIsNoNetwork(String network) {
        assertThatThrownBy(() -> trusting(network)).hasMessageContaining("keyholder.gateway.trusted-proxies");
    }

    private static ClientAddress trusting(String... networks) {
        return new ClientAddress(answering(GatewayConfig.class, Optional.of(List.of(networks)), "trustedProxies"));
    }

    private static HttpServerRequest request(String from, String... forwardedFor) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        List.of(forwardedFor).forEach(line -> headers.add("X-Forwarded-For", line));
        SocketAddress remote = SocketAddress.inetSocketAddress(4711, from);
        return (HttpServerRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "headers" -> headers;
                    case "remoteAddress" -> remote;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T answering(Class<T> type, Object answer, String asked) {
        return type.cast(Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals(asked)) {
                        return answer;
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
