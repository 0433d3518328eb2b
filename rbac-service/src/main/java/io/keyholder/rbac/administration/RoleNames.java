package io.keyholder.rbac.administration;

import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.web.shape.NameLookup;
import io.keyholder.web.shape.Reference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names of roles in the contexts that the caller may view. */
@Singleton
class RoleNames implements NameLookup {
    private final RoleStore roles;
    private final ContextAccess contexts;

    RoleNames(RoleStore roles, ContextAccess contexts) {
        this.roles = roles;
        this.contexts = contexts;
    }

    @Override
    public String kind() {
        return "role";
    }

    @Override
    public Map<UUID, Reference> find(Set<UUID> ids) {
        List<Role> found = roles.among(ids);
        Set<UUID> visible = found.stream()
                .map(Role::contextId)
                .distinct()
                .filter(contexts::mayView)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(role -> visible.contains(role.contextId()))
                .collect(Collectors.toMap(Role::id, role -> new Reference(role.id(), role.name())));
    }
}
