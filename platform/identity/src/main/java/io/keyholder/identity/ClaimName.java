package io.keyholder.identity;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a token. A claim that is called exactly so is meant first, dots, slashes and all: Auth0's are
 * addresses. Where there is none, dots lead into objects, as in Keycloak's {@code realm_access.roles}.
 */
final class ClaimName {

    private ClaimName() {}

    /** What stands there; null when there is nothing. */
    static @Nullable Object valueOf(JsonObject claims, String name) {
        if (claims.containsKey(name)) {
            return claims.getValue(name);
        }
        // The shortest name before a dot goes first: an object's own name may have dots as well.
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (claims.getValue(name.substring(0, dot)) instanceof JsonObject inner) {
                Object value = valueOf(inner, name.substring(dot + 1));
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }
}
