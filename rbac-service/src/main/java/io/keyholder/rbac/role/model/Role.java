package io.keyholder.rbac.role.model;

import io.keyholder.access.AccessContext;
import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.problems.RoleProblem;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A named set of permissions in one context.
 *
 * @param key names a built-in role; empty for a custom one
 */
public record Role(
        UUID id,
        AccessContext context,
        Optional<String> key,
        RoleDetails details,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Aggregate {

    /** Nobody changes a built-in role. */
    public enum Type {
        BUILT_IN,
        CUSTOM
    }

    /** A role that a context has from the start, with those of its permissions that can be held there. */
    public static Changed<Role> builtIn(UUID id, Context context, BuiltInRole role, Instant now) {
        return created(id, context, Optional.of(role.key()), detailsOf(role, context.reached(role.permissions())), now);
    }

    public static Changed<Role> custom(UUID id, Context context, RoleDetails details, Instant now) {
        return created(id, context, Optional.empty(), details, now);
    }

    public Outcome<Role> change(RoleDetails changed, Instant now) {
        if (type() == Type.BUILT_IN) {
            return neverChanges();
        }
        return changed.equals(details)
                ? new Unchanged<>(this)
                : Changed.updated(this, with(changed, now), EventType.ROLE_CHANGED);
    }

    /** On request. */
    public Outcome<Role> delete(Instant now) {
        return type() == Type.BUILT_IN ? neverChanges() : end(now);
    }

    /** With its context, whichever it is. */
    public Changed<Role> end(Instant now) {
        return Changed.removed(this, with(details, now), EventType.ROLE_DELETED);
    }

    /** A built-in role as this release has it. */
    public Outcome<Role> renew(BuiltInRole role, Set<Permission> reached, Instant now) {
        return reached.equals(permissions())
                ? new Unchanged<>(this)
                : Changed.updated(this, with(detailsOf(role, reached), now), EventType.ROLE_CHANGED);
    }

    public Type type() {
        return key.isPresent() ? Type.BUILT_IN : Type.CUSTOM;
    }

    public boolean is(BuiltInRole role) {
        return key.filter(role.key()::equals).isPresent();
    }

    public UUID contextId() {
        return context.relationshipId() == null ? context.customerId() : context.relationshipId();
    }

    public String name() {
        return details.name();
    }

    public Set<Permission> permissions() {
        return details.permissions();
    }

    /** By name, in the catalogue's order. */
    public List<String> permissionNames() {
        return permissions().stream().sorted().map(Permission::permissionName).toList();
    }

    /** Those of the permissions that it does not hold yet. */
    public Set<Permission> lacking(Set<Permission> permissions) {
        Set<Permission> lacking = new HashSet<>(permissions);
        lacking.removeAll(details.permissions());
        return lacking;
    }

    private static Changed<Role> created(
            UUID id, Context context, Optional<String> key, RoleDetails details, Instant now) {
        return Changed.created(
                new Role(id, context.asAccessContext(), key, details, now, now, 1), EventType.ROLE_CREATED);
    }

    private static RoleDetails detailsOf(BuiltInRole role, Set<Permission> reached) {
        return new RoleDetails(role.displayName(), Optional.of(role.description()), reached);
    }

    private Role with(RoleDetails changed, Instant now) {
        return new Role(id, context, key, changed, createdAt, now, version + 1);
    }

    private Refused<Role> neverChanges() {
        return new Refused<>(
                RoleProblem.BUILT_IN_ROLE, name() + " is a built-in role: it is neither changed nor deleted.");
    }
}
