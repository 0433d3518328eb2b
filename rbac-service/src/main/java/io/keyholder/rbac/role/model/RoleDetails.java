package io.keyholder.rbac.role.model;

import io.keyholder.access.Permission;
import java.util.Optional;
import java.util.Set;

/** What who administers roles decides of one. */
public record RoleDetails(String name, Optional<String> description, Set<Permission> permissions) {

    public RoleDetails {
        permissions = Set.copyOf(permissions);
    }
}
