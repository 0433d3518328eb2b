package io.keyholder.identity;

import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** What a failed verification means to the caller. */
final class RefusalReasons {
    private static final Logger LOG = Logger.getLogger(RefusalReasons.class);

    private RefusalReasons() {}

    static TokenRefused of(Throwable failure, IssuerConnection issuer) {
        if (failure instanceof TokenRefused refused) {
            return refused;
        }
        InvalidJwtException invalid = find(failure, InvalidJwtException.class);
        if (invalid == null) {
            issuer.refreshHasFailed();
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.warnf("issuerUnavailable issuer=%s reason=%s", issuer.name(), cause.getMessage());
            return TokenRefused.issuerUnavailable();
        }
        if (find(invalid, UnresolvableKeyException.class) != null) {
            return issuer.hasRefreshFailed()
                    ? TokenRefused.issuerUnavailable()
                    : TokenRefused.because("The token's key is not one of its issuer's");
        }
        return TokenRefused.because(reason(invalid));
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasExpired()) {
            return "The token has expired";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not yet valid";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is for another audience";
        }
        return "The token's signature is not valid";
    }

    private static <T extends Throwable> @Nullable T find(@Nullable Throwable failure, Class<T> kind) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (kind.isInstance(t)) {
                return kind.cast(t);
            }
        }
        return null;
    }
}
