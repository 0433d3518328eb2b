package io.keyholder.testing.issuer;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall say where it departs from what a {@link TestIssuer} would say by itself: {@code iss}, {@code aud} =
 * {@code keyholder}, {@code iat}, {@code exp} in five minutes, {@code jti}, and Keycloak's {@code typ}. Immutable.
 *
 * @param headers header parameters; null removes one
 * @param claims claims; null removes one
 */
public record TokenSpec(Map<String, @Nullable Object> headers, Map<String, @Nullable Object> claims) {

    public TokenSpec {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** A token of this user, who has no tenant, role or group yet. */
    public static TokenSpec of(String subject) {
        return new TokenSpec(Map.of(), Map.of("sub", subject));
    }

    /** Sets {@code tid}, the tenant's id. */
    public TokenSpec tenant(String tenantId) {
        return claim("tid", tenantId);
    }

    /** Sets {@code roles}. */
    public TokenSpec roles(String... roles) {
        return claim("roles", List.of(roles));
    }

    /** Sets {@code groups}, the ids of security groups. */
    public TokenSpec groups(String... groups) {
        return claim("groups", List.of(groups));
    }

    /** Sets {@code aud}: one as a string, several as an array. */
    public TokenSpec audience(String... audience) {
        return claim("aud", audience.length == 1 ? audience[0] : List.of(audience));
    }

    /** Sets {@code exp}, to the second. */
    public TokenSpec expiresAt(Instant time) {
        return claim("exp", time.getEpochSecond());
    }

    /** Sets {@code nbf}, to the second. */
    public TokenSpec notBefore(Instant time) {
        return claim("nbf", time.getEpochSecond());
    }

    /** Sets {@code email} and {@code email_verified}. */
    public TokenSpec email(String address, boolean verified) {
        return claim("email", address).claim("email_verified", verified);
    }

    /** Sets the header {@code typ}, {@code JWT} unless told (Keycloak's); RFC 9068 has {@code at+jwt}. */
    public TokenSpec type(String typ) {
        return header("typ", typ);
    }

    /** Sets any claim. */
    public TokenSpec claim(String name, Object value) {
        return new TokenSpec(headers, with(claims, name, value));
    }

    /** Leaves out a claim that would be there otherwise. */
    public TokenSpec withoutClaim(String name) {
        return new TokenSpec(headers, with(claims, name, null));
    }

    /** Sets any header parameter, {@code alg} and {@code kid} included; the key stays the issuer's. */
    public TokenSpec header(String name, Object value) {
        return new TokenSpec(with(headers, name, value), claims);
    }

    /** Leaves out a header parameter that would be there otherwise. */
    public TokenSpec withoutHeader(String name) {
        return new TokenSpec(with(headers, name, null), claims);
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> map, String name, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
