package io.keyholder.rbac.role.domain;

import io.keyholder.access.AccessContext;
import io.keyholder.access.BuiltInRole;
import io.keyholder.access.Permission;
import io.keyholder.rbac.context.domain.Context;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A named set of permissions in one context.
 *
 * @param key names a built-in role; empty for a custom one
 */
public record Role(
        UUID id, AccessContext context, Optional<String> key, RoleDetails details, Instant createdAt, long version) {

    /** Built-in roles never change. */
    public enum Type {
        BUILT_IN,
        CUSTOM
    }

    /** A role that a context has from the start, with those of its permissions that can be held there. */
    public static Role builtIn(UUID id, Context context, BuiltInRole role, Instant now) {
        RoleDetails details = new RoleDetails(
                role.displayName(), Optional.of(role.description()), context.reached(role.permissions()));
        return new Role(id, context.asAccessContext(), Optional.of(role.key()), details, now, 1);
    }

    public static Role custom(UUID id, Context context, RoleDetails details, Instant now) {
        return new Role(id, context.asAccessContext(), Optional.empty(), details, now, 1);
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

    /** Those of the permissions that it does not hold yet. */
    public Set<Permission> lacking(Set<Permission> permissions) {
        Set<Permission> lacking = new HashSet<>(permissions);
        lacking.removeAll(details.permissions());
        return lacking;
    }

    public Role with(RoleDetails changed) {
        return new Role(id, context, key, changed, createdAt, version + 1);
    }

    /** A built-in role as this release has it. */
    public Role renewed(BuiltInRole role, Set<Permission> reached) {
        return with(new RoleDetails(role.displayName(), Optional.of(role.description()), reached));
    }

    /** As it was, in the version of its end. */
    public Role ended() {
        return with(details);
    }
}
