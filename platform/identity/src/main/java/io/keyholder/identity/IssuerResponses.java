package io.keyholder.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestContextProperties;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/** What an issuer says of itself: that it is who it was registered as, and which keys it has. */
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
class IssuerResponses implements OidcResponseFilter {
    private final Provider<RegisteredIssuers> issuers;

    IssuerResponses(Provider<RegisteredIssuers> issuers) {
        this.issuers = issuers;
    }

    @Override
    public void filter(OidcResponseContext context) {
        OidcRequestContextProperties request = context.requestProperties();
        if (context.statusCode() != 200 || context.responseBody() == null) {
            return;
        }
        String issuer = request.get(OidcUtils.TENANT_ID_ATTRIBUTE);
        byte[] body = context.responseBody().getBytes();
        JsonObject document = context.responseBody().toJsonObject();
        if (document.getValue("keys") instanceof JsonArray keys) {
            issuers.get().existing(issuer).ifPresent(it -> it.answered(sha256(body), keyIds(keys)));
        } else if (!issuer.equals(document.getValue("issuer"))) {
            throw new OIDCException("The discovery document is that of another issuer");
        }
    }

    private static Set<String> keyIds(JsonArray keys) {
        Set<String> ids = new HashSet<>();
        for (Object key : keys) {
            if (key instanceof JsonObject jwk && jwk.getValue("kid") instanceof String kid) {
                ids.add(kid);
            }
        }
        return ids;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
