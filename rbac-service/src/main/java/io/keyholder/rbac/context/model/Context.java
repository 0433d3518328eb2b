package io.keyholder.rbac.context.model;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where roles hold.
 *
 * @param id the tenant's, of its own context; else the relationship's
 * @param customerId whose rooms it is about
 * @param partnerId the relationship's partner; empty in a tenant's own context
 * @param permissionCeiling what roles hold at most, where the customer set less than the Primary admin's permissions
 */
public record Context(
        UUID id, UUID customerId, Optional<UUID> partnerId, Status status, Optional<List<String>> permissionCeiling) {

    /** Where a context is in its life. A closed one is being emptied, or empty: nothing is created in it any more. */
    public enum Status {
        OPEN,
        SUSPENDED,
        CLOSED
    }

    public static Context ownOf(UUID tenantId) {
        return new Context(tenantId, tenantId, Optional.empty(), Status.OPEN, Optional.empty());
    }

    public static Context ofRelationship(
            UUID relationshipId,
            UUID customerId,
            UUID partnerId,
            Status status,
            Optional<List<String>> permissionCeiling) {
        return new Context(relationshipId, customerId, Optional.of(partnerId), status, permissionCeiling);
    }

    public boolean isOwn() {
        return partnerId.isEmpty();
    }

    public boolean isClosed() {
        return status == Status.CLOSED;
    }

    /** Whose users and groups hold roles in it. */
    public UUID memberTenant() {
        return partnerId.orElse(customerId);
    }

    public AccessContext asAccessContext() {
        return new AccessContext(customerId, isOwn() ? null : id);
    }

    /** Whether anybody can hold the permission in it. */
    public boolean reaches(Permission permission) {
        return isOwn()
                || (permission.isDelegable()
                        && permissionCeiling
                                .map(ceiling -> ceiling.contains(permission.permissionName()))
                                .orElse(true));
    }

    /** Those of the permissions that can be held in it. */
    public Set<Permission> reached(Set<Permission> permissions) {
        EnumSet<Permission> reached = EnumSet.noneOf(Permission.class);
        permissions.stream().filter(this::reaches).forEach(reached::add);
        return reached;
    }
}
