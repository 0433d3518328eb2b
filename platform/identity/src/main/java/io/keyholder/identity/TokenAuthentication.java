package io.keyholder.identity;

import io.keyholder.problems.CommonProblem;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The way in: one bearer token, genuine, of a registered issuer that serves an active tenant. Stands in place of the
 * mechanism that quarkus-oidc brings, whose tenants are configuration.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism {
    private final TokenVerifier verifier;
    private final TenantBinding binding;
    private final IdentityConfig config;
    private final AttemptLimit limit;
    private final RefusedTokens refusals;

    TokenAuthentication(
            TokenVerifier verifier,
            TenantBinding binding,
            IdentityConfig config,
            AttemptLimit limit,
            RefusedTokens refusals) {
        this.verifier = verifier;
        this.binding = binding;
        this.config = config;
        this.limit = limit;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager manager) {
        try {
            return switch (BearerCredential.of(
                    request.request().headers(), config.maxTokenSize().asLongValue())) {
                case BearerCredential.Missing ignored -> {
                    limit.requireMayTry(request.request());
                    yield Uni.createFrom().nullItem();
                }
                case BearerCredential.Malformed malformed -> {
                    limit.requireMayTry(request.request());
                    throw TokenRefused.because(malformed.reason());
                }
                case BearerCredential.Token token -> identify(token, request);
            };
        } catch (TokenRefused refused) {
            return refuse(request, refused);
        }
    }

    private Uni<SecurityIdentity> identify(BearerCredential.Token token, RoutingContext request) {
        if (!binding.isReady()) {
            throw TokenRefused.starting();
        }
        return verifier.verify(token.value(), request.request())
                .<SecurityIdentity>map(genuine -> new CallerIdentity(binding.bind(genuine)))
                .onFailure(TokenRefused.class)
                .recoverWithUni(refused -> refuse(request, (TokenRefused) refused));
    }

    private Uni<SecurityIdentity> refuse(RoutingContext request, TokenRefused refused) {
        refusals.count(refused);
        if (refused.problem() == CommonProblem.UNAUTHENTICATED) {
            limit.failed(request.request());
        }
        new Refusal(refused.problem(), refused.reason(), refused.retryAfter()).attachTo(request);
        // Answers at once, whatever comes after this mechanism: JAX-RS would make an answer of its own, without a body.
        BiConsumer<RoutingContext, Throwable> handler = (failed, failure) -> answer(failed);
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, handler);
        return Uni.createFrom().failure(new AuthenticationFailedException(refused.reason()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        Refusal refusal = Refusal.of(request);
        return Uni.createFrom()
                .item(new ChallengeData(
                        refusal.problem().status(),
                        HttpHeaderNames.WWW_AUTHENTICATE,
                        refusal.challenge().orElse(null)));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        return Uni.createFrom().item(() -> {
            if (Refusal.of(request).reason() == null) {
                // Without a token nothing has been counted yet.
                limit.failed(request.request());
            }
            answer(request);
            return true;
        });
    }

    private static void answer(RoutingContext request) {
        if (!request.response().ended()) {
            Refusal.of(request).send(request);
        }
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 10;
    }
}
