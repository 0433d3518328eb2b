package io.keyholder.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart, before anything of it may be believed.
 *
 * @param compact the token as it was sent
 */
record UnverifiedToken(String compact, JsonObject header, JsonObject claims) {

    /** @throws TokenRefused when it is not a signed token of three parts */
    static UnverifiedToken parse(String compact) {
        int first = compact.indexOf('.');
        int second = compact.indexOf('.', first + 1);
        if (first < 1 || second < 0 || second == compact.length() - 1 || compact.indexOf('.', second + 1) >= 0) {
            throw notAToken();
        }
        try {
            StrictBase64Url.decode(compact.substring(second + 1));
            return new UnverifiedToken(
                    compact,
                    new JsonObject(StrictBase64Url.decodeText(compact.substring(0, first))),
                    new JsonObject(StrictBase64Url.decodeText(compact.substring(first + 1, second))));
        } catch (IllegalArgumentException | DecodeException e) {
            throw notAToken();
        }
    }

    private static TokenRefused notAToken() {
        return TokenRefused.because("The token is not a signed JWT");
    }

    /** The issuer it claims to be of: says where to look for a key, and nothing else. */
    String issuer() {
        if (claims.getValue("iss") instanceof String issuer && !issuer.isBlank()) {
            return issuer;
        }
        throw TokenRefused.because("The token names no issuer");
    }

    /** Its algorithm, once {@link TokenShape} has found it to be one that is accepted. */
    String algorithm() {
        return header.getString("alg");
    }

    @Nullable
    String keyId() {
        return header.getValue("kid") instanceof String kid ? kid : null;
    }
}
