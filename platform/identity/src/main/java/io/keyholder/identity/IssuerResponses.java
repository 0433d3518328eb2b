package io.keyholder.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestContextProperties;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jboss.logging.Logger;

/** What an issuer says of itself: that it is who it was registered as, and which keys it has. Unfit ones go no further. */
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
class IssuerResponses implements OidcResponseFilter {
    private static final Logger LOG = Logger.getLogger(IssuerResponses.class);

    private final Provider<RegisteredIssuers> issuers;
    private final IssuerStatuses statuses;

    IssuerResponses(Provider<RegisteredIssuers> issuers, IssuerStatuses statuses) {
        this.issuers = issuers;
        this.statuses = statuses;
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
            AcceptedKeys accepted = AcceptedKeys.of(keys);
            statuses.answered(issuer);
            issuers.get()
                    .existing(issuer)
                    .filter(it -> it.answered(sha256(body), accepted.keys()))
                    .ifPresent(
                            it -> accepted.unfit().forEach(key -> LOG.warnf("keyIgnored issuer=%s %s", issuer, key)));
            context.responseBody(
                    Buffer.buffer(new JsonObject().put("keys", accepted.shown()).encode()));
        } else if (!issuer.equals(document.getValue("issuer"))) {
            throw new OIDCException("The discovery document is that of another issuer");
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
