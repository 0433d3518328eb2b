package io.keyholder.identity;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a token's header tells before any key is looked up (RFC 8725, RFC 9068): whether it can be an access token at all,
 * is signed by an asymmetric algorithm, and leaves the choice of the key to us.
 */
final class TokenShape {
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** Ways to bring along one's own key, or to ask for rules that are not known here. */
    private static final List<String> FORBIDDEN_HEADERS = List.of("jwk", "jku", "x5u", "x5c", "crit", "b64", "zip");

    private static final Set<String> HEADER_TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private TokenShape() {}

    /** @throws TokenRefused saying what is wrong */
    static void check(JsonObject header) {
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
}
