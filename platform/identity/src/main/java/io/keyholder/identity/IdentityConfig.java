package io.keyholder.identity;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How access tokens are validated. */
@ConfigMapping(prefix = "keyholder.identity")
public interface IdentityConfig {

    /** The audience that every token must name in {@code aud}, unless its issuer's registration names others. */
    @WithDefault("keyholder")
    String audience();

    /**
     * The claim that holds the id of the tenant a token speaks for, unless an issuer's registration names another. Issuers
     * bound to one tenant need none; shared ones always do.
     */
    @WithDefault("tid")
    String tenantClaim();

    /** Whether issuers on this machine are fetched, also over plain HTTP. For local stacks and tests. */
    @WithDefault("false")
    boolean allowLoopbackIssuers();

    /** Whether issuers whose host has a private address are fetched. For an identity provider in one's own network. */
    @WithDefault("false")
    boolean allowPrivateIssuers();

    /**
     * What the addresses of those issuers start with that are asked at another address than their own:
     * {@code https://login.example.org/realms}.
     */
    Optional<String> backchannelIssuers();

    /**
     * What takes the place of that start when their documents are fetched: {@code http://keycloak:8080/realms}. It is
     * fetched whatever network it is in, also over plain HTTP.
     */
    Optional<String> backchannelAddress();

    /**
     * A file with certificates (PEM) by which issuers are trusted besides the authorities that Java knows: for an identity
     * provider whose certificate is of one's own authority. It is read at the start.
     */
    Optional<Path> trustedCertificates();

    /** The HTTP proxy by which issuers are reached, those behind the backchannel excepted. */
    Optional<Proxy> proxy();

    /** The longest token that is looked at. Two hundred of Entra's groups are 11.6 KiB. */
    @WithDefault("16K")
    MemorySize maxTokenSize();

    /** How long a token may be valid: from {@code iat}, or from now where it has none, to {@code exp}. */
    @WithDefault("24h")
    Duration maxTokenLifetime();

    /** How far an issuer's clock may be off when {@code exp} and {@code nbf} are checked; whole seconds. */
    @WithDefault("5s")
    Duration clockSkew();

    /** How long one request to an issuer may take. */
    @WithDefault("2s")
    Duration issuerTimeout();

    /** How long to leave an issuer alone that did not answer; what {@code Retry-After} says meanwhile. */
    @WithDefault("5s")
    Duration issuerRetry();

    /** The least time between two fetches of an issuer's keys that tokens with unknown keys cause. */
    @WithDefault("30s")
    Duration keysRefresh();

    /** After what time an issuer's keys are fetched anew, whatever the traffic, so that a withdrawn key is forgotten. */
    @WithDefault("10m")
    Duration keysMaxAge();

    /**
     * After what time keys no longer count whose issuer does not answer: nobody can say whether it has withdrawn them. Its
     * tokens are answered with 503 then, until it does.
     */
    @WithDefault("1h")
    Duration keysExpiry();

    /** How many verified tokens are remembered, so that their signature is not verified for each request. */
    @WithDefault("20000")
    int cachedTokens();

    /** A proxy that makes connections for its clients ({@code CONNECT}). */
    interface Proxy {
        /**
         * The host of the HTTP proxy by which issuers are reached, those behind the backchannel excepted. Hosts of issuers that
         * have no address here are left to it.
         */
        String host();

        /** The proxy's port. */
        int port();

        /** Who the proxy is used as, where it asks for that. */
        Optional<String> username();

        /** The user's password. */
        Optional<String> password();
    }
}
