package io.keyholder.identity;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * The identity provider in one's own network: tokens name it by the address that clients know, and its documents are
 * fetched from another, which they cannot reach. That address comes from who runs the platform and not from who registers
 * an issuer, and so it needs no check; but it counts for the issuers it was given for alone.
 */
@Startup
@ApplicationScoped
public class Backchannel {
    private final Optional<Route> route;
    private final Optional<IdentityConfig.Proxy> proxy;

    private record Route(String issuers, String address) {}

    Backchannel(IdentityConfig config) {
        if (config.backchannelIssuers().isPresent()
                != config.backchannelAddress().isPresent()) {
            throw new IllegalArgumentException(
                    "keyholder.identity.backchannel-issuers and keyholder.identity.backchannel-address go together");
        }
        this.route = config.backchannelIssuers()
                .flatMap(issuers -> config.backchannelAddress()
                        .map(address -> new Route(withoutSlash(issuers), withoutSlash(address))));
        this.proxy = config.proxy();
    }

    /** Whether the issuer's documents are fetched this way. */
    public boolean serves(String issuer) {
        return route.filter(it -> issuer.startsWith(it.issuers() + "/")).isPresent();
    }

    /** Where the issuer's documents are: its own address, or the one that stands for it. */
    String addressOf(String issuer) {
        return route.filter(it -> serves(issuer))
                .map(it -> it.address() + issuer.substring(it.issuers().length()))
                .orElse(issuer);
    }

    /** The proxy by which the issuer is reached: the way to one's own network leads by none. */
    Optional<IdentityConfig.Proxy> proxyFor(String issuer) {
        return proxy.filter(ignored -> !serves(issuer));
    }

    /** Whether a request on behalf of the issuer goes where it was told to go, by scheme, host and port. */
    boolean isTrusted(String issuer, String address) {
        return serves(issuer) && origin(addressOf(issuer)).equals(origin(address));
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }

    static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
