package io.keyholder.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a token is genuine, out of the cache or by its signature, and what it says. Keys are asked for only for tokens of
 * the right shape and of registered issuers.
 */
@ApplicationScoped
class TokenVerifier {
    private final RegisteredIssuers issuers;
    private final KeyRequests requests;
    private final VerifiedTokens verified;
    private final TenantBinding binding;
    private final AttemptLimit limit;
    private final IdentityConfig config;
    private final Clock clock;

    TokenVerifier(
            RegisteredIssuers issuers,
            KeyRequests requests,
            VerifiedTokens verified,
            TenantBinding binding,
            AttemptLimit limit,
            IdentityConfig config,
            Clock clock) {
        this.issuers = issuers;
        this.requests = requests;
        this.verified = verified;
        this.binding = binding;
        this.limit = limit;
        this.config = config;
        this.clock = clock;
    }

    /** The verified token; fails with {@link TokenRefused}. */
    Uni<VerifiedToken> verify(String compact, HttpServerRequest request) {
        VerifiedTokens.Digest digest = VerifiedTokens.Digest.of(compact);
        Optional<VerifiedToken> known = verified.find(digest);
        if (known.isPresent()) {
            known.get().times().requireValidAt(clock.instant(), config.clockSkew());
            return Uni.createFrom().item(known.get());
        }
        limit.requireMayTry(request);
        UnverifiedToken token = UnverifiedToken.parse(compact);
        TokenShape.check(token.header());
        TokenTimes times = validTimes(token);
        IssuerConnection issuer = issuers.connectionTo(token.issuer());
        KeySet keys = issuer.keys();
        if (Signatures.isSignedByOneOf(keys.fitting(token.keyId(), token.algorithm()), token)) {
            return Uni.createFrom().item(read(token, times, digest, keys));
        }
        refuseUnlessAnotherKeyMaySign(token, keys);
        return requests.forToken(issuer).map(answered -> {
            KeySet shown = issuer.keys();
            requireSigned(token, shown, issuer);
            return read(token, times, digest, shown);
        });
    }

    private TokenTimes validTimes(UnverifiedToken token) {
        Instant now = clock.instant();
        TokenTimes times = TokenTimes.of(token.claims());
        times.requireValidAt(now, config.clockSkew());
        times.requireShort(now, config.clockSkew(), config.maxTokenLifetime());
        return times;
    }

    /** The issuer may have another key by now, but not another of the same name. */
    private static void refuseUnlessAnotherKeyMaySign(UnverifiedToken token, KeySet keys) {
        String keyId = token.keyId();
        if (keyId != null && keys.holds(keyId)) {
            throw keys.fitting(keyId, token.algorithm()).isEmpty()
                    ? TokenRefused.because("The token's algorithm is not that of its key (alg)")
                    : wronglySigned();
        }
    }

    private void requireSigned(UnverifiedToken token, KeySet keys, IssuerConnection issuer) {
        List<PublicKey> fitting = keys.fitting(token.keyId(), token.algorithm());
        if (Signatures.isSignedByOneOf(fitting, token)) {
            return;
        }
        refuseUnlessAnotherKeyMaySign(token, keys);
        if (issuer.hasFailed()) {
            throw TokenRefused.issuerUnavailable(issuer.name(), config.issuerRetry());
        }
        throw fitting.isEmpty()
                ? TokenRefused.because("The token's key is not one of its issuer's (kid)")
                : wronglySigned();
    }

    private VerifiedToken read(UnverifiedToken token, TokenTimes times, VerifiedTokens.Digest digest, KeySet keys) {
        VerifiedToken genuine = binding.read(token, times);
        verified.add(digest, genuine, keys);
        return genuine;
    }

    private static TokenRefused wronglySigned() {
        return TokenRefused.because("The token's signature is not valid");
    }
}
