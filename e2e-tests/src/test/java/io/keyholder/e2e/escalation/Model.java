package io.keyholder.e2e.escalation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who holds what, worked out anew each time, as simply as it can be said. Places are rooms, and the rooms that a group, or
 * the whole delegation, may yet get: a scope that names a group's rooms one by one does not hold those.
 */
final class Model {
    /** Where a permission holds that is not about rooms, whatever the scope. */
    static final String AT_ALL = "at all";

    private final Set<String> everywhere;
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();
    private final Map<String, Given> assignments = new LinkedHashMap<>();

    /** A permission at a place. */
    record Right(String permission, String place) {}

    /** An assignment. */
    record Given(String role, Set<String> places, Set<String> members) {}

    Model(Set<String> everywhere) {
        this.everywhere = Set.copyOf(everywhere);
    }

    Map<String, Set<String>> roles() {
        return roles;
    }

    Map<String, Given> assignments() {
        return assignments;
    }

    Set<String> everywhere() {
        return everywhere;
    }

    /** What somebody holds, who is also called by these names: one's groups. */
    Set<Right> rightsOf(Set<String> names) {
        Set<Right> rights = new HashSet<>();
        assignments.values().stream()
                .filter(given -> given.members().stream().anyMatch(names::contains))
                .forEach(given -> roles.get(given.role()).forEach(permission -> {
                    rights.add(new Right(permission, AT_ALL));
                    given.places().forEach(place -> rights.add(new Right(permission, place)));
                }));
        return rights;
    }

    void deleteRole(String role) {
        roles.remove(role);
        assignments.values().removeIf(given -> given.role().equals(role));
    }

    void give(String assignment, String role, Set<String> places, Set<String> members) {
        assignments.put(assignment, new Given(role, new LinkedHashSet<>(places), new LinkedHashSet<>(members)));
    }
}
