package io.keyholder.rbac.administration;

import io.keyholder.access.Permission;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rbac.context.ContextAccess;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.Enforcement;
import io.keyholder.rbac.grant.NoEscalation;
import io.keyholder.rbac.role.PermissionNames;
import io.keyholder.rbac.role.RoleStore;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.rbac.role.model.RoleDetails;
import io.keyholder.record.Locked;
import io.keyholder.web.ProblemException;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests about roles go through before they change anything: who may know, read and change, and what can be a role at all. */
@RequestScoped
class RoleRequests {
    private final RoleStore roles;
    private final ContextAccess contexts;
    private final NoEscalation noEscalation;

    RoleRequests(RoleStore roles, ContextAccess contexts, NoEscalation noEscalation) {
        this.roles = roles;
        this.contexts = contexts;
        this.noEscalation = noEscalation;
    }

    /** A role and its context. */
    record Seen(Context context, Role role) {}

    /** The same, locked. */
    record Target(Locked<Context> context, Locked<Role> role) {}

    /** One that the caller may know of. */
    Seen see(UUID id) {
        Optional<Role> found = roles.get(id);
        Context context =
                contexts.of(found.map(role -> new ContextAccess.Found(role.contextId(), role.id(), role.name())));
        return new Seen(context, found.orElseThrow(ProblemException::notFound));
    }

    Role readable(UUID id) {
        Seen seen = see(id);
        contexts.requireView(seen.context());
        return seen.role();
    }

    Target lockedToModify(UUID id) {
        Seen seen = see(id);
        contexts.requireModify(seen.context());
        return lock(seen);
    }

    Target lockedToRemove(UUID id) {
        Seen seen = see(id);
        contexts.requireRemove(seen.context());
        return lock(seen);
    }

    private Target lock(Seen seen) {
        Locked<Context> context = contexts.lock(seen.context());
        return new Target(context, roles.in(context, seen.role().id()).orElseThrow(ProblemException::notFound));
    }

    /** @throws ProblemException {@code forbidden} naming a permission that the caller would hand on without holding it */
    void requireMayCreate(Locked<Context> context, Set<Permission> permissions) {
        Enforcement.enforce(noEscalation.creating(contexts.caller(), context.now(), permissions));
    }

    /** @throws ProblemException {@code forbidden}, as for creating; also when it takes what the caller does not administer */
    void requireMayChange(Target target, Set<Permission> permissions) {
        Enforcement.enforce(noEscalation.changing(
                contexts.caller(), target.context().now(), target.role().now(), permissions));
    }

    /** @throws ProblemException {@code forbidden} when it reaches beyond what the caller administers */
    void requireMayDelete(Target target) {
        Enforcement.enforce(noEscalation.ending(
                contexts.caller(), target.context().now(), target.role().now()));
    }

    /** @throws ProblemException {@code invalid-request} naming each permission that cannot be in such a role */
    RoleDetails details(Context context, RoleRequest request) {
        if (request.copyFrom() != null) {
            return copied(context, request, source(request.copyFrom()));
        }
        if (request.permissions() == null) {
            throw ProblemException.invalid("permissions", ViolationCode.REQUIRED, "must be given, unless copyFrom is");
        }
        return details(context, request.name(), request.description(), request.permissions());
    }

    /** @throws ProblemException {@code invalid-request} naming each permission that cannot be in such a role */
    RoleDetails details(Context context, RoleChangeRequest request) {
        return details(context, request.name(), request.description(), request.permissions());
    }

    private static RoleDetails details(
            Context context, String name, @Nullable String description, List<String> permissions) {
        return details(name, description, PermissionNames.read(context, "permissions", permissions));
    }

    private RoleDetails copied(Context context, RoleRequest request, Role source) {
        String description =
                request.description() == null ? source.details().description().orElse(null) : request.description();
        return request.permissions() == null
                ? details(request.name(), description, possible(context, source.permissions()))
                : details(context, request.name(), description, request.permissions());
    }

    /** A role that the caller cannot see is as good as none. */
    private Role source(UUID id) {
        return roles.get(id)
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
                    "holds permissions that cannot be part of a relationship's role; name the others in permissions: "
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
