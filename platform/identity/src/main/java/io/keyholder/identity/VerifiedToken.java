package io.keyholder.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token whose signature, issuer and audience are genuine, and what it says. Which tenant it speaks for, and whether
 * it does so at this moment, is decided at each request anew.
 *
 * @param tenantClaim what it names as its tenant, not yet believed; null when it names none
 * @param verifiedEmail only when {@code email_verified} is true
 * @param notBefore seconds since 1970
 * @param expiresAt seconds since 1970
 */
record VerifiedToken(
        String issuer,
        String subject,
        @Nullable String tenantClaim,
        TokenGroups groups,
        Set<String> roles,
        @Nullable String verifiedEmail,
        long notBefore,
        long expiresAt) {

    static VerifiedToken of(UnverifiedToken genuine, String tenantClaim) {
        JsonObject claims = genuine.claims();
        boolean emailVerified = Boolean.TRUE.equals(claims.getValue("email_verified"));
        return new VerifiedToken(
                genuine.issuer(),
                claims.getString("sub"),
                tenantClaim(claims, tenantClaim),
                TokenGroups.of(claims),
                texts(claims, "roles"),
                emailVerified && claims.getValue("email") instanceof String email ? email : null,
                claims.getValue("nbf") instanceof Number nbf ? nbf.longValue() : 0,
                ((Number) claims.getValue("exp")).longValue());
    }

    /** @throws TokenRefused outside the token's time */
    void requireValidAt(Instant now, long skewSeconds) {
        if (now.getEpochSecond() - skewSeconds >= expiresAt) {
            throw TokenRefused.because("The token has expired");
        }
        if (now.getEpochSecond() + skewSeconds < notBefore) {
            throw TokenRefused.because("The token is not yet valid");
        }
    }

    private static @Nullable String tenantClaim(JsonObject claims, String name) {
        Object value = claims.getValue(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw TokenRefused.because("The token's " + name + " is not a tenant's id");
    }

    private static Set<String> texts(JsonObject claims, String name) {
        if (!(claims.getValue(name) instanceof JsonArray array)) {
            return Set.of();
        }
        return array.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }
}
