package io.keyholder.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of an issuer that are fit to verify by. The others are as if they were not there: an issuer cannot make us
 * compute with absurd numbers, and one unfit key does not spoil the rest.
 *
 * @param unfit which of them were left out and why, for the log
 */
record AcceptedKeys(List<SigningKey> keys, List<String> unfit) {
    /** More keys than any provider shows at once. */
    private static final int MOST = 32;

    static AcceptedKeys of(JsonArray jwks) {
        List<SigningKey> keys = new ArrayList<>();
        List<String> unfit = new ArrayList<>();
        for (Object jwk : jwks) {
            try {
                if (keys.size() == MOST) {
                    throw new SigningKey.Unfit("there are more than " + MOST);
                }
                keys.add(SigningKey.of(jwk));
            } catch (SigningKey.Unfit reason) {
                unfit.add("kid=" + kid(jwk) + " reason=\"" + reason.getMessage() + '"');
            }
        }
        return new AcceptedKeys(List.copyOf(keys), List.copyOf(unfit));
    }

    private static String kid(Object jwk) {
        return jwk instanceof JsonObject object ? String.valueOf(object.getValue("kid")) : "none";
    }
}
