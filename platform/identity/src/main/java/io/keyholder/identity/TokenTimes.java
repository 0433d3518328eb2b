package io.keyholder.identity;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a token is valid, in seconds since 1970.
 *
 * @param issuedAt null: it does not say
 * @param notBefore zero: it does not say
 */
record TokenTimes(@Nullable Long issuedAt, long notBefore, long expiresAt) {
    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    /** @throws TokenRefused when it does not say when it ends, or gives as a time what is none */
    static TokenTimes of(JsonObject claims) {
        Long expiresAt = time(claims, "exp");
        if (expiresAt == null) {
            throw TokenRefused.because("The token does not say when it expires (exp)");
        }
        Long notBefore = time(claims, "nbf");
        return new TokenTimes(time(claims, "iat"), notBefore == null ? 0 : notBefore, expiresAt);
    }

    /** @throws TokenRefused outside the token's time */
    void requireValidAt(Instant now, Duration skew) {
        if (now.getEpochSecond() - skew.toSeconds() >= expiresAt) {
            throw TokenRefused.because("The token has expired (exp)");
        }
        if (now.getEpochSecond() + skew.toSeconds() < notBefore) {
            throw TokenRefused.because("The token is not yet valid (nbf)");
        }
    }

    /**
     * @param longest how far its end may lie from when it was issued, or from now where it does not say that
     * @throws TokenRefused when it is valid for longer
     */
    void requireShort(Instant now, Duration skew, Duration longest) {
        long from = issuedAt == null ? now.getEpochSecond() : issuedAt;
        if (from > now.getEpochSecond() + skew.toSeconds()) {
            throw TokenRefused.because("The token was issued in the future (iat)");
        }
        if (expiresAt - from > longest.toSeconds()) {
            throw TokenRefused.because("The token is valid for longer than the " + longest.toMinutes()
                    + " minutes that are accepted (exp)");
        }
    }

    private static @Nullable Long time(JsonObject claims, String name) {
        if (!claims.containsKey(name)) {
            return null;
        }
        if (claims.getValue(name) instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() <= LAST) {
            return number.longValue();
        }
        throw TokenRefused.because("The token's " + name + " is not a time");
    }
}
