package io.keyholder.rbac.assignment.model;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a role to members over a scope.
 *
 * @param roleVersion the version of the role it was last made for: readers wait for that before it counts
 */
public record Assignment(
        UUID id,
        UUID roleId,
        long roleVersion,
        AccessContext context,
        AssignmentDetails details,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Aggregate {

    public static Changed<Assignment> create(UUID id, Role role, AssignmentDetails details, Instant now) {
        return Changed.created(
                new Assignment(id, role.id(), role.version(), role.context(), details, now, now, 1),
                EventType.ASSIGNMENT_CREATED);
    }

    /** The one that an acceptance names: over all delegated rooms, without an end. */
    public static Changed<Assignment> ofFirstPrimaryAdmins(UUID id, Role role, List<Member> members, Instant now) {
        AssignmentDetails details =
                new AssignmentDetails("Primary admins", Optional.empty(), false, members, Scope.all(), Period.always());
        return create(id, role, details, now);
    }

    /** @param role which it gives, as it is now */
    public Outcome<Assignment> change(Role role, AssignmentDetails changed, Instant now) {
        return changed.equals(details)
                ? new Unchanged<>(this)
                : Changed.updated(this, with(role.version(), changed, now), EventType.ASSIGNMENT_CHANGED);
    }

    public Changed<Assignment> end(Instant now) {
        return Changed.removed(this, with(roleVersion, details, now), EventType.ASSIGNMENT_DELETED);
    }

    public UUID contextId() {
        return context.relationshipId() == null ? context.customerId() : context.relationshipId();
    }

    private Assignment with(long ofRole, AssignmentDetails changed, Instant now) {
        return new Assignment(id, roleId, ofRole, context, changed, createdAt, now, version + 1);
    }
}
