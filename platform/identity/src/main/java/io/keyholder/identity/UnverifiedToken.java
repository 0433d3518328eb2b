package io.keyholder.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
            throw TokenRefused.because("The token is not a signed JWT");
        }
        return new UnverifiedToken(
                compact, json(compact.substring(0, first)), json(compact.substring(first + 1, second)));
    }

    private static JsonObject json(String part) {
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DecodeException e) {
            throw TokenRefused.because("The token is not a signed JWT");
        }
    }

    /** The issuer it claims to be of: says where to look for a key, and nothing else. */
    String issuer() {
        if (claims.getValue("iss") instanceof String issuer && !issuer.isBlank()) {
            return issuer;
        }
        throw TokenRefused.because("The token names no issuer");
    }

    @Nullable
    String keyId() {
        return header.getValue("kid") instanceof String kid ? kid : null;
    }
}
