package io.keyholder.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the services are, and what the gateway lets through to them. */
@ConfigMapping(prefix = "keyholder.gateway")
public interface GatewayConfig {

    /** The services, each by the base URLs of its instances. */
    Services services();

    /** How much is let through. */
    Limits limits();

    /** How long the gateway waits for services. */
    Timeouts timeouts();

    /** The reference page. */
    Docs docs();

    /** Front ends in browsers, on other origins than the gateway's own. */
    Cors cors();

    /** Compression of answers, for who accepts it. */
    Compression compression();

    /**
     * The address that clients know the gateway by; what the OpenAPI document names as its server. Without it that is
     * wherever the document came from.
     */
    Optional<URI> publicUrl();

    /**
     * The networks of the proxies before the gateway, as {@code 10.0.0.0/8,192.0.2.1}: what they say in
     * {@code X-Forwarded-For} is believed. Without them whoever opens a connection is the client.
     */
    Optional<List<String>> trustedProxies();

    /** The owners of the paths. Several base URLs, separated by commas, share the requests. */
    interface Services {

        /** Base URLs of tenant-relationship-service. */
        List<URI> tenantRelationship();

        /** Base URLs of invitation-service. */
        List<URI> invitation();

        /** Base URLs of rbac-service. */
        List<URI> rbac();

        /** Base URLs of rooms-service. */
        List<URI> rooms();

        /** Base URLs of audit-service. */
        List<URI> audit();
    }

    /** How much is let through. */
    interface Limits {

        /** Requests that one user may send in a minute. */
        @WithDefault("6000")
        long userPerMinute();

        /** Requests that all users of a tenant together may send in a minute. */
        @WithDefault("60000")
        long tenantPerMinute();

        /**
         * How often in a minute requests from one address (of IPv6, from one network of 64 bits) may fail to authenticate.
         * Beyond, tokens that are not known to be genuine are not looked at.
         */
        @WithDefault("600")
        long failedAuthenticationsPerMinute();

        /** The longest body, in bytes. */
        @WithDefault("1048576")
        long body();

        /** The longest body of an import of rooms, in bytes. */
        @WithDefault("16777216")
        long importBody();

        /** How many users, tenants and addresses are counted at the same time. Beyond, those longest idle start anew. */
        @WithDefault("100000")
        long maxTrackedKeys();
    }

    /** How long the gateway waits for services. */
    interface Timeouts {

        /** How long making a connection may take. */
        @WithDefault("2s")
        Duration connect();

        /** How long a service may be silent, before its answer or in the middle of it. */
        @WithDefault("30s")
        Duration idle();

        /** How long an instance that could not be reached is passed over while others can. */
        @WithDefault("5s")
        Duration failureBackoff();

        /** How often each instance of a service that has several is asked whether it is ready, and how long it may take to say. */
        @WithDefault("1s")
        Duration probe();

        /** How often DNS is asked for the services' hosts. Each address that a host has is an instance. */
        @WithDefault("2s")
        Duration lookUp();
    }

    /** The reference page. */
    interface Docs {

        /** The issuers that one may sign in with on the page, separated by commas. */
        Optional<List<URI>> signIn();

        /** The public client, known to each of those issuers, that the page signs in as. */
        @WithDefault("keyholder-docs")
        String clientId();
    }

    /** Front ends in browsers, on other origins than the gateway's own. */
    interface Cors {

        /**
         * The origins that may call, separated by commas: `https://app.example`, without a slash at the end. A `*` in one
         * stands for one part of a host's name or for the port: `https://*.app.example`, `http://localhost:*`; alone it
         * stands for every origin. Without any, browsers let no page of another origin read an answer.
         */
        Optional<List<String>> origins();

        /** How long a browser may remember what a preflight said. */
        @WithDefault("10m")
        Duration maxAge();
    }

    /** Compression of answers, for who accepts it. */
    interface Compression {

        /** Whether services' answers are compressed (gzip). */
        @WithDefault("true")
        boolean enabled();

        /** The shortest answer that is compressed, in bytes. */
        @WithDefault("1024")
        long from();
    }
}
