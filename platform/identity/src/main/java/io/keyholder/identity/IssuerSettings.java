package io.keyholder.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells quarkus-oidc which issuer's settings a request is verified by: those that {@link TokenVerifier} chose. */
@ApplicationScoped
class IssuerSettings implements TenantConfigResolver {
    /** Where a request carries its {@link IssuerConnection}. */
    static final String CONNECTION = IssuerConnection.class.getName();

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> blocking) {
        @Nullable IssuerConnection connection = request.get(CONNECTION);
        return connection == null
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(connection.settings());
    }
}
