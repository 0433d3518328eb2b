package io.keyholder.identity;

import io.keyholder.contracts.TokenReading.Preset;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What tells an access token from an ID or a refresh token, which depends on the product. */
final class TokenKind {
    private static final List<String> HASHES = List.of("at_hash", "c_hash");

    private TokenKind() {}

    /** @throws TokenRefused when it is no access token, or may be none */
    static void check(Preset preset, JsonObject claims) {
        switch (preset) {
            case GENERIC, AUTH0, PING -> {
                requireBearer(claims);
                refuseIdToken(claims, true);
            }
            // Says in a claim what kind it is. Up to version 24 access tokens had the nonce as well.
            case KEYCLOAK -> {
                if (!claims.containsKey("typ")) {
                    throw TokenRefused.because("The token does not say that it is an access token (typ)");
                }
                requireBearer(claims);
                refuseIdToken(claims, false);
            }
            case ENTRA -> {
                refuseIdToken(claims, true);
                requireOneOf(claims, "scp", "azp", "appid");
            }
            case OKTA -> {
                refuseIdToken(claims, true);
                requireOneOf(claims, "scp", "cid");
            }
            // Its access tokens are for itself alone. An ID token is all there is.
            case GOOGLE -> requireBearer(claims);
        }
    }

    /** Keycloak's word for an access token; its others are {@code ID} and {@code Refresh}. */
    private static void requireBearer(JsonObject claims) {
        if (claims.containsKey("typ") && !"Bearer".equals(claims.getValue("typ"))) {
            throw TokenRefused.because("The token is not an access token (typ)");
        }
    }

    private static void refuseIdToken(JsonObject claims, boolean byNonce) {
        boolean hashed = HASHES.stream().anyMatch(claims::containsKey);
        if (hashed || byNonce && claims.containsKey("nonce")) {
            throw TokenRefused.because("The token is an ID token, not an access token");
        }
    }

    private static void requireOneOf(JsonObject claims, String... names) {
        if (List.of(names).stream().noneMatch(claims::containsKey)) {
            throw TokenRefused.because(
                    "The token is not an access token: it has none of the claims " + String.join(", ", names));
        }
    }
}
