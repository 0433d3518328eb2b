package io.keyholder.rbac.assignment.domain;

import io.keyholder.access.AccessContext;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.role.domain.Role;
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
        long version) {

    public static Assignment of(UUID id, Role role, AssignmentDetails details, Instant now) {
        return new Assignment(id, role.id(), role.version(), role.context(), details, now, 1);
    }

    /** The one that an acceptance names: over all delegated rooms, without an end. */
    public static Assignment ofFirstPrimaryAdmins(UUID id, Role role, List<Member> members, Instant now) {
        AssignmentDetails details =
                new AssignmentDetails("Primary admins", Optional.empty(), false, members, Scope.all(), Period.always());
        return of(id, role, details, now);
    }

    public UUID contextId() {
        return context.relationshipId() == null ? context.customerId() : context.relationshipId();
    }

    public Assignment with(AssignmentDetails changed, Role role) {
        return new Assignment(id, roleId, role.version(), context, changed, createdAt, version + 1);
    }

    /** As it was, in the version of its end. */
    public Assignment ended() {
        return new Assignment(id, roleId, roleVersion, context, details, createdAt, version + 1);
    }
}
