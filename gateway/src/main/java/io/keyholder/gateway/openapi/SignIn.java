package io.keyholder.gateway.openapi;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/**
 * How one gets a token: pasted, or by signing in with one of the issuers that are offered. Their discovery documents say
 * where; they are fetched by the browser, which is where the sign-in happens.
 */
@ApplicationScoped
class SignIn {
    private static final String BEARER = "bearer";

    private final List<URI> issuers;

    @Inject
    SignIn(GatewayConfig config) {
        this(config.docs().signIn().orElse(List.of()));
    }

    SignIn(List<URI> issuers) {
        this.issuers = issuers;
    }

    /** Each way by itself is enough. */
    JsonArray security() {
        JsonArray ways = new JsonArray().add(new JsonObject().put(BEARER, new JsonArray()));
        issuers.forEach(issuer -> ways.add(new JsonObject().put(schemeOf(issuer), new JsonArray())));
        return ways;
    }

    /** The ways, described. */
    JsonObject schemes() {
        JsonObject schemes = new JsonObject()
                .put(
                        BEARER,
                        new JsonObject()
                                .put("type", "http")
                                .put("scheme", "bearer")
                                .put("bearerFormat", "JWT")
                                .put(
                                        "description",
                                        "An access token of your organisation's identity provider: a JWT, validated as RFC8725 demands."));
        issuers.forEach(issuer -> schemes.put(
                schemeOf(issuer),
                new JsonObject()
                        .put("type", "openIdConnect")
                        .put("openIdConnectUrl", issuer + "/.well-known/openid-configuration")
                        .put("description", "Sign in at " + issuer)));
        return schemes;
    }

    /** Named by what tells the issuers apart: mostly the realm, else all of the address. */
    private String schemeOf(URI issuer) {
        String realm = realmOf(issuer);
        boolean isUnique =
                issuers.stream().filter(other -> realmOf(other).equals(realm)).count() == 1;
        String name = isUnique ? realm : issuer.getRawAuthority() + issuer.getRawPath();
        return "sign-in-" + name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static String realmOf(URI issuer) {
        String path = issuer.getPath() == null ? "" : issuer.getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? issuer.getHost() : last;
    }
}
