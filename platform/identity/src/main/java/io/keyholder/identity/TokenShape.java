package io.keyholder.identity;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be told of a token before any key is looked up (RFC 8725, RFC 9068): whether it is an access token at all,
 * signed by an asymmetric algorithm, and leaves the choice of the key to us.
 */
final class TokenShape {
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** Ways to bring along one's own key, or to ask for rules that are not known here. */
    private static final List<String> FORBIDDEN_HEADERS = List.of("jwk", "jku", "x5u", "x5c", "crit", "b64", "zip");

    private static final Set<String> HEADER_TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    /** Only ID tokens carry these. */
    private static final List<String> ID_TOKEN_CLAIMS = List.of("at_hash", "c_hash", "nonce");

    private TokenShape() {}

    /** @throws TokenRefused saying what is wrong */
    static void check(UnverifiedToken token) {
        checkHeader(token.header());
        checkKind(token.claims());
        checkClaims(token.claims());
    }

    private static void checkHeader(JsonObject header) {
        if (!(header.getValue("alg") instanceof String alg) || !ALGORITHMS.contains(alg)) {
            throw TokenRefused.because("The token's algorithm is not accepted");
        }
        for (String name : FORBIDDEN_HEADERS) {
            if (header.containsKey(name)) {
                throw TokenRefused.because("The token's header " + name + " is not accepted");
            }
        }
        if (header.containsKey("typ")
                && !(header.getValue("typ") instanceof String typ
                        && HEADER_TYPES.contains(typ.toLowerCase(Locale.ROOT)))) {
            throw TokenRefused.because("The token's type is not that of an access token");
        }
    }

    /** Keycloak says in a claim what kind a token is: {@code Bearer}, {@code ID} or {@code Refresh}. */
    private static void checkKind(JsonObject claims) {
        if (claims.containsKey("typ") && !"Bearer".equals(claims.getValue("typ"))) {
            throw TokenRefused.because("The token is not an access token");
        }
        for (String name : ID_TOKEN_CLAIMS) {
            if (claims.containsKey(name)) {
                throw TokenRefused.because("The token is an ID token, not an access token");
            }
        }
    }

    private static void checkClaims(JsonObject claims) {
        if (!(claims.getValue("exp") instanceof Number)) {
            throw TokenRefused.because("The token does not expire");
        }
        if (claims.containsKey("nbf") && !(claims.getValue("nbf") instanceof Number)) {
            throw TokenRefused.because("The token's nbf is not a time");
        }
        if (!(claims.getValue("sub") instanceof String subject) || subject.isBlank()) {
            throw TokenRefused.because("The token names no subject");
        }
    }
}
