package io.keyholder.rbac.role.api;

import io.keyholder.access.Permission;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.context.api.ContextAccess;
import io.keyholder.rbac.context.domain.Context;
import io.keyholder.rbac.role.application.Roles;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.rbac.role.domain.RoleDetails;
import io.keyholder.web.ProblemException;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a custom role is to be. Says what can be a role at all, whoever makes it. */
@RequestScoped
class RoleRequests {
    private final Roles roles;
    private final ContextAccess contexts;

    RoleRequests(Roles roles, ContextAccess contexts) {
        this.roles = roles;
        this.contexts = contexts;
    }

    /** @throws ProblemException {@code invalid-request} naming each permission that cannot be in such a role */
    RoleDetails details(Context context, RoleRequest request) {
        if (request.copyFrom() != null) {
            return copied(context, request, source(request.copyFrom()));
        }
        if (request.permissions() == null) {
            throw ProblemException.invalid("permissions", ViolationCode.REQUIRED, "must be given, unless copyFrom is");
        }
        return details(
                request.name(),
                request.description(),
                PermissionNames.read(context, "permissions", request.permissions()));
    }

    /** @throws ProblemException {@code invalid-request} naming each permission that cannot be in such a role */
    RoleDetails details(Context context, RoleChangeRequest request) {
        return details(
                request.name(),
                request.description(),
                PermissionNames.read(context, "permissions", request.permissions()));
    }

    private RoleDetails copied(Context context, RoleRequest request, Role source) {
        String description =
                request.description() == null ? source.details().description().orElse(null) : request.description();
        Set<Permission> permissions = request.permissions() == null
                ? possible(context, source.permissions())
                : PermissionNames.read(context, "permissions", request.permissions());
        return details(request.name(), description, permissions);
    }

    /** A role that the caller cannot see is as good as none. */
    private Role source(UUID id) {
        return roles.find(id)
                .filter(role -> contexts.mayView(role.contextId()))
                .orElseThrow(() -> ProblemException.invalid(
                        "copyFrom", ViolationCode.NOT_FOUND, "names a role that is not known here"));
    }

    private static Set<Permission> possible(Context context, Set<Permission> permissions) {
        List<String> impossible = permissions.stream()
                .filter(permission -> !PermissionNames.isPossible(context, permission))
                .map(Permission::permissionName)
                .sorted()
                .toList();
        if (!impossible.isEmpty()) {
            throw ProblemException.invalid(
                    "copyFrom",
                    ViolationCode.CONTRADICTORY,
                    "holds permissions that cannot be part of a relationship's role; say the others in permissions: "
                            + String.join(", ", impossible));
        }
        return permissions;
    }

    private static RoleDetails details(String name, @Nullable String description, Set<Permission> permissions) {
        return new RoleDetails(
                Names.normal(name),
                Optional.ofNullable(description).map(Names::normal).filter(text -> !text.isEmpty()),
                permissions);
    }
}
