package io.keyholder.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Whether a token is genuine: out of the cache, or by quarkus-oidc, which is asked only for tokens of the right shape
 * and of registered issuers.
 */
@ApplicationScoped
class TokenVerifier {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    /** Makes quarkus-oidc connect anew for settings it has not seen, rather than go on with an old connection. */
    private static final String REPLACE_CONNECTION = "replace-tenant-configuration-context";

    private final OidcAuthenticationMechanism oidc;
    private final TenantConfigBean providers;
    private final RegisteredIssuers issuers;
    private final VerifiedTokens verified;
    private final IdentityConfig config;
    private final Clock clock;

    TokenVerifier(
            OidcAuthenticationMechanism oidc,
            TenantConfigBean providers,
            RegisteredIssuers issuers,
            VerifiedTokens verified,
            IdentityConfig config,
            Clock clock) {
        this.oidc = oidc;
        this.providers = providers;
        this.issuers = issuers;
        this.verified = verified;
        this.config = config;
        this.clock = clock;
    }

    /** The verified token; fails with {@link TokenRefused}. */
    Uni<VerifiedToken> verify(String token, RoutingContext request, IdentityProviderManager manager) {
        VerifiedTokens.Digest digest = VerifiedTokens.Digest.of(token);
        Optional<VerifiedToken> known = verified.find(digest, issuers);
        if (known.isPresent()) {
            requireValidNow(known.get());
            refreshIfDue(known.get().issuer(), token);
            return Uni.createFrom().item(known.get());
        }
        UnverifiedToken unverified = UnverifiedToken.parse(token);
        TokenShape.check(unverified);
        requireValidNow(VerifiedToken.of(unverified, config.tenantClaim()));
        IssuerConnection issuer = issuers.connectionTo(unverified.issuer());
        KeySet keys = issuer.keys();
        Uni<?> verification = issuer.mayHaveToAsk(unverified.keyId())
                ? verifyAsking(issuer, request, manager)
                : verifyWithKnownKey(token, issuer);
        return verification
                .onFailure()
                .transform(failure -> RefusalReasons.of(failure, issuer))
                .onItem()
                .ifNull()
                .failWith(() -> TokenRefused.because("The token is not valid"))
                .map(identity -> VerifiedToken.of(unverified, config.tenantClaim()))
                .invoke(genuine -> verified.add(digest, genuine, keys));
    }

    private void requireValidNow(VerifiedToken token) {
        token.requireValidAt(Instant.now(clock), config.clockSkew().toSeconds());
    }

    /** Past quarkus-oidc's identity, which would parse the token three times over for what is not used here. */
    private Uni<?> verifyWithKnownKey(String token, IssuerConnection issuer) {
        try {
            return Uni.createFrom().item(providerOf(issuer.name()).verifyJwtToken(token, false, true, null));
        } catch (InvalidJwtException invalid) {
            return Uni.createFrom().failure(invalid);
        }
    }

    /** Connects, or asks for an unknown key. On a worker thread: fetching looks hosts up, which blocks. */
    private Uni<SecurityIdentity> verifyAsking(
            IssuerConnection issuer, RoutingContext request, IdentityProviderManager manager) {
        Context context = Vertx.currentContext();
        request.put(IssuerSettings.CONNECTION, issuer);
        request.put(REPLACE_CONNECTION, "true");
        return issuer.verifying(() -> oidc.authenticate(request, manager), context)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private OidcProvider providerOf(String issuer) {
        return providers.getDynamicTenant(issuer).provider();
    }

    /** Keys are fetched again from time to time, so that a key the issuer has withdrawn does not count for ever. */
    private void refreshIfDue(String issuer, String token) {
        issuers.existing(issuer)
                .filter(IssuerConnection::isRefreshDue)
                .ifPresent(due -> Uni.createFrom()
                        .deferred(() -> providers
                                .getDynamicTenant(issuer)
                                .provider()
                                .refreshJwksAndVerifyJwtToken(token, false, true, null))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .subscribe()
                        .with(
                                ignored -> {},
                                failure -> LOG.infof(
                                        "keysNotRefreshed issuer=%s reason=%s", issuer, failure.getMessage())));
    }
}
