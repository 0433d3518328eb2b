package io.keyholder.gateway.request;

import io.keyholder.gateway.config.GatewayConfig;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from: whoever opened the connection, unless that is a proxy that is trusted. Then it is the last
 * address in {@code X-Forwarded-For} that is no such proxy: what stands before it a client may have made up.
 *
 * <p>Services read it from the header {@value #HEADER}, which the gateway sets on each request and takes from no client.
 */
@ApplicationScoped
public class ClientAddress {
    /** Carries the address to the services, as text without port: {@code 192.0.2.7}, {@code 2001:db8:0:0:0:0:0:7}. */
    public static final String HEADER = "Keyholder-Client-Address";

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int BYTES_OF_A_NETWORK = 8;

    private final List<IpSubnetFilterRule> proxies;

    ClientAddress(GatewayConfig config) {
        this.proxies = config.trustedProxies().orElse(List.of()).stream()
                .map(String::strip)
                .map(ClientAddress::network)
                .toList();
    }

    /** As text, without port. */
    public String of(HttpServerRequest request) {
        return find(request).getHostAddress();
    }

    /** The same, for counting: of an IPv6 address the network of 64 bits, which one client can have all to itself. */
    public String networkOf(HttpServerRequest request) {
        InetAddress address = find(request);
        byte[] bytes = address.getAddress();
        if (bytes.length == Integer.BYTES) {
            return address.getHostAddress();
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < BYTES_OF_A_NETWORK; i++) {
            network.append(Character.forDigit(bytes[i] >> 4 & 15, 16)).append(Character.forDigit(bytes[i] & 15, 16));
        }
        return network.toString();
    }

    private InetAddress find(HttpServerRequest request) {
        InetAddress address = parse(request.remoteAddress().hostAddress()).orElseGet(InetAddress::getLoopbackAddress);
        List<String> forwarded = forwardedFor(request);
        for (int i = forwarded.size() - 1; i >= 0 && isProxy(address); i--) {
            Optional<InetAddress> before = parse(withoutPort(forwarded.get(i)));
            if (before.isEmpty()) {
                return address;
            }
            address = before.get();
        }
        return address;
    }

    private boolean isProxy(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return proxies.stream().anyMatch(proxy -> proxy.matches(socket));
    }

    private static List<String> forwardedFor(HttpServerRequest request) {
        List<String> entries = new ArrayList<>();
        for (String line : request.headers().getAll(FORWARDED_FOR)) {
            for (String entry : line.split(",", -1)) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    /** {@code 192.0.2.7:80} and {@code [2001:db8::7]:80} are written as well. */
    private static String withoutPort(String entry) {
        if (entry.startsWith("[")) {
            int end = entry.indexOf(']');
            return end < 0 ? "" : entry.substring(1, end);
        }
        int colon = entry.indexOf(':');
        return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
    }

    /** Never asks DNS: what is no address is none. */
    private static Optional<InetAddress> parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static IpSubnetFilterRule network(String cidr) {
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        InetAddress parsed = parse(address).orElseThrow(() -> notANetwork(cidr));
        int most = parsed.getAddress().length * Byte.SIZE;
        try {
            int prefix = slash < 0 ? most : Integer.parseInt(cidr.substring(slash + 1));
            return new IpSubnetFilterRule(parsed, prefix, IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException e) {
            throw notANetwork(cidr);
        }
    }

    private static IllegalArgumentException notANetwork(String cidr) {
        return new IllegalArgumentException(
                "keyholder.gateway.trusted-proxies: \"" + cidr + "\" is no network such as 10.0.0.0/8");
    }
}
