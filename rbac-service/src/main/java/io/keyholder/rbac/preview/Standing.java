package io.keyholder.rbac.preview;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import java.util.List;
import java.util.Set;

/**
 * What somebody may do, and where.
 *
 * @param reach the rooms that lie in each of these
 */
record Standing(Set<Permission> permissions, List<AccessScope> reach) {

    Standing {
        permissions = Set.copyOf(permissions);
        reach = List.copyOf(reach);
    }

    static Standing nothing() {
        return new Standing(Set.of(), List.of(AccessScope.nothing()));
    }
}
