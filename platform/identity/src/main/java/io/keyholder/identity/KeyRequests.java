package io.keyholder.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Has quarkus-oidc ask issuers for their keys: when a token comes that cannot be verified without, and on a schedule,
 * whatever the traffic, so that a key that an issuer has withdrawn does not count for longer than
 * {@code keyholder.identity.keys-max-age}. What quarkus-oidc thinks of a token does not matter: that is decided here.
 */
@ApplicationScoped
class KeyRequests {
    private static final long TICK = Duration.ofSeconds(1).toMillis();

    /** quarkus-oidc refreshes keys for a token alone. This one is none, and is given up at once afterwards. */
    private static final String NO_TOKEN = "e30.e30.e30";

    /** Makes quarkus-oidc connect anew for settings it has not seen, rather than go on with an old connection. */
    private static final String REPLACE_CONNECTION = "replace-tenant-configuration-context";

    private final OidcAuthenticationMechanism oidc;
    private final TenantConfigBean providers;
    private final RegisteredIssuers issuers;
    private final IssuerStatuses statuses;

    KeyRequests(
            OidcAuthenticationMechanism oidc,
            TenantConfigBean providers,
            RegisteredIssuers issuers,
            IssuerStatuses statuses) {
        this.oidc = oidc;
        this.providers = providers;
        this.issuers = issuers;
        this.statuses = statuses;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(TICK, tick -> askOnSchedule());
    }

    /** Ends, on the context it was called on, when the issuer has answered or will not. */
    Uni<Void> forToken(IssuerConnection issuer, RoutingContext request, IdentityProviderManager manager) {
        Context context = Vertx.currentContext();
        return issuer.askForToken(() -> provider(issuer)
                        .<Uni<?>>map(provider -> refresh(provider, issuer))
                        .orElseGet(() -> connect(issuer, request, manager)))
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private void askOnSchedule() {
        for (IssuerConnection issuer : issuers.connected()) {
            provider(issuer)
                    .ifPresent(provider -> issuer.askOnSchedule(() -> refresh(provider, issuer))
                            .subscribe()
                            .with(ignored -> {}));
        }
    }

    /** On a worker thread: fetching looks hosts up, which blocks. */
    private Uni<?> connect(IssuerConnection issuer, RoutingContext request, IdentityProviderManager manager) {
        request.put(IssuerSettings.CONNECTION, issuer);
        request.put(REPLACE_CONNECTION, "true");
        return Uni.createFrom()
                .deferred(() -> oidc.authenticate(request, manager))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> failed(failure, issuer))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<?> refresh(OidcProvider provider, IssuerConnection issuer) {
        return Uni.createFrom()
                .deferred(() -> provider.refreshJwksAndVerifyJwtToken(NO_TOKEN, false, true, null))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> failed(failure, issuer))
                .onFailure()
                .recoverWithNull();
    }

    /** Settings are compared by identity, as quarkus-oidc does: those of an earlier registration are others. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<OidcProvider> provider(IssuerConnection issuer) {
        TenantConfigContext context = providers.getDynamicTenant(issuer.name());
        return context != null && context.ready() && context.getOidcTenantConfig() == issuer.settings()
                ? Optional.ofNullable(context.provider())
                : Optional.empty();
    }

    private void failed(Throwable failure, IssuerConnection issuer) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException) {
                return;
            }
        }
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        statuses.failed(issuer.name(), Objects.toString(cause.getMessage()));
    }
}
