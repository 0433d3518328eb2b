package io.keyholder.identity;

import io.keyholder.contracts.Principal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The security groups that a token lists, and whether they are all there are. A token without {@code groups} says nothing
 * of them: providers leave the claim out when nobody configured it, when there are none, and when there are too many.
 * Entra then says where they can be asked for (its group overage).
 *
 * <p>What cannot be the id of a group is left out rather than the token refused: nobody can be locked out by the name that
 * somebody gave a group, no role can be assigned to it, and the list counts as incomplete.
 */
record TokenGroups(Set<String> ids, boolean areComplete) {
    private static final String CLAIM = "groups";

    TokenGroups {
        ids = Set.copyOf(ids);
    }

    /** @param name the claim that lists them */
    static TokenGroups of(JsonObject claims, String name) {
        Set<String> ids = new HashSet<>();
        boolean allRead = readInto(ids, ClaimName.valueOf(claims, name));
        return new TokenGroups(ids, allRead && !areElsewhere(claims));
    }

    /** A text is a list of one, as some providers write it. */
    private static boolean readInto(Set<String> ids, @Nullable Object listed) {
        if (listed instanceof JsonArray array) {
            boolean all = true;
            for (Object element : array) {
                all &= readOne(ids, element);
            }
            return all;
        }
        return readOne(ids, listed);
    }

    private static boolean readOne(Set<String> ids, @Nullable Object element) {
        if (element instanceof String id && Principal.isId(id)) {
            ids.add(id);
            return true;
        }
        return false;
    }

    private static boolean areElsewhere(JsonObject claims) {
        return claims.getValue("_claim_names") instanceof JsonObject names && names.containsKey(CLAIM)
                || claims.containsKey("hasgroups") && !Boolean.FALSE.equals(claims.getValue("hasgroups"))
                || claims.fieldNames().stream().anyMatch(name -> name.startsWith(CLAIM + ":src"));
    }
}
