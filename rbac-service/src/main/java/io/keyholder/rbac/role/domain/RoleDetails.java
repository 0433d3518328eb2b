package io.keyholder.rbac.role.domain;

import io.keyholder.access.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What who administers roles decides of one. */
public record RoleDetails(String name, Optional<String> description, Set<Permission> permissions) {

    public RoleDetails {
        permissions = Set.copyOf(permissions);
    }

    /** The name without regard to case: unique in a context, and the order of lists. */
    public String nameKey() {
        return name.toLowerCase(Locale.ROOT);
    }
}
