package io.keyholder.rbac.role.application;

import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import io.keyholder.web.text.LookAlikes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which names a custom role cannot have: another role's of its context, and what can be taken for a built-in one's. */
@ApplicationScoped
class TakenNames {
    private final Roles roles;

    TakenNames(Roles roles) {
        this.roles = roles;
    }

    boolean include(UUID contextId, UUID roleId, RoleDetails details) {
        return roles.isNameTaken(contextId, roleId, details)
                || roles.of(contextId).stream()
                        .filter(role -> role.type() == Role.Type.BUILT_IN)
                        .anyMatch(builtIn -> LookAlikes.alike(details.name(), builtIn.name()));
    }
}
