package io.keyholder.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.impl.HttpRequestImpl;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything that goes out to an issuer: to allowed addresses alone, within its time, and for a bounded answer. */
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.DISCOVERY, OidcEndpoint.Type.JWKS})
class IssuerRequests implements OidcRequestFilter {
    private final IssuerAddresses addresses;
    private final Backchannel backchannel;
    private final IdentityConfig config;

    IssuerRequests(IssuerAddresses addresses, Backchannel backchannel, IdentityConfig config) {
        this.addresses = addresses;
        this.backchannel = backchannel;
        this.config = config;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void filter(OidcRequestContext context) {
        HttpRequest<Buffer> request = context.request().getDelegate();
        String issuer = context.contextProperties().get(OidcUtils.TENANT_ID_ATTRIBUTE);
        String address = addressOf(request);
        if (!backchannel.isTrusted(issuer, address)) {
            addresses.check(address, issuer);
        }
        request.timeout(config.issuerTimeout().toMillis());
        request.as(new BoundedBody());
    }

    private static String addressOf(HttpRequest<Buffer> request) {
        boolean isHttps = Boolean.TRUE.equals(((HttpRequestImpl<Buffer>) request).ssl());
        String host = request.host();
        return (isHttps ? "https://" : "http://")
                + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host)
                + ":"
                + request.port();
    }
}
