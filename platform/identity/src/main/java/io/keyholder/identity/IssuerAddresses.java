package io.keyholder.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where the platform may be sent to fetch an issuer's documents. Whoever registers an issuer, and the issuer itself by
 * its {@code jwks_uri}, would otherwise make our servers knock at doors of our own network.
 *
 * <p>The host is looked up here, and once more when the connection is made; Java remembers the answer for 30 s, so that
 * both see the same address. A proxy looks it up by itself: what it must not reach is for its own rules to say.
 */
@ApplicationScoped
class IssuerAddresses {
    private final IdentityConfig config;

    IssuerAddresses(IdentityConfig config) {
        this.config = config;
    }

    /**
     * Looks the host up: may take as long as that takes.
     *
     * @throws AddressNotAllowed saying why
     */
    void check(String url) {
        URI uri = parse(url);
        InetAddress[] addresses = resolve(uri.getHost());
        boolean isLoopback = true;
        for (InetAddress address : addresses) {
            checkAddress(address);
            isLoopback &= address.isLoopbackAddress();
        }
        boolean isHttps = "https".equals(uri.getScheme());
        if (!isHttps && !(isLoopback && "http".equals(uri.getScheme()))) {
            throw new AddressNotAllowed("is not https");
        }
    }

    /**
     * The same for what an issuer has there. Its own host, which an operator chose, is left to the proxy if it has no address here.
     *
     * @throws AddressNotAllowed saying why
     */
    void check(String url, String issuer) {
        try {
            check(url);
        } catch (NoAddress e) {
            if (config.proxy().isEmpty() || !url.startsWith("https://") || !sameHost(url, issuer)) {
                throw e;
            }
        }
    }

    private static boolean sameHost(String url, String issuer) {
        return parse(url).getHost().equalsIgnoreCase(parse(issuer).getHost());
    }

    private static URI parse(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getScheme() == null || uri.getUserInfo() != null) {
                throw new AddressNotAllowed("is not an address");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new AddressNotAllowed("is not an address");
        }
    }

    private static InetAddress[] resolve(String host) {
        try {
            return InetAddress.getAllByName(host.toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            throw new NoAddress();
        }
    }

    private void checkAddress(InetAddress address) {
        if (address.isLoopbackAddress()) {
            if (!config.allowLoopbackIssuers()) {
                throw new AddressNotAllowed("is on this machine, and keyholder.identity.allow-loopback-issuers is off");
            }
        } else if (isNowhere(address) || isTranslated(address)) {
            throw new AddressNotAllowed("is no host's address");
        } else if (isPrivate(address) && !config.allowPrivateIssuers()) {
            throw new AddressNotAllowed("is in a private network, and keyholder.identity.allow-private-issuers is off");
        }
    }

    private static boolean isNowhere(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isThisNetworkOrReserved =
                address instanceof Inet4Address && (bytes[0] == 0 || (bytes[0] & 0xF0) == 0xF0);
        return address.isAnyLocalAddress() || address.isMulticastAddress() || isThisNetworkOrReserved;
    }

    /** IPv6 that stands for an IPv4 address, which may be any of the private ones: NAT64, 6to4, Teredo. */
    private static boolean isTranslated(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean isMapped = first == 0 && second == 0;
        boolean isNat64 = first == 0x0064 && second == 0xFF9B;
        boolean isTeredo = first == 0x2001 && second == 0;
        return isMapped || isNat64 || first == 0x2002 || isTeredo;
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isCarrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || isCarrierGrade || isUniqueLocal;
    }

    /** A host that is not known, here and now. */
    static final class NoAddress extends AddressNotAllowed {
        private static final long serialVersionUID = 1L;

        NoAddress() {
            super("has no address");
        }
    }

    /** An address that is not fetched. */
    static class AddressNotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AddressNotAllowed(String reason) {
            super(reason);
        }
    }
}
