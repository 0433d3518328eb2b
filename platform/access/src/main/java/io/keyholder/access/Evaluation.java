package io.keyholder.access;

import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question put to the caller's assignments, one after the other. Remembers the nearest reason for a denial. */
final class Evaluation {
    private final AccessState state;
    private final Permission permission;
    private final AccessContext context;
    private final @Nullable RelationshipState relationship;
    private final Instant now;

    private final List<Basis> because = new ArrayList<>(2);
    private final List<Scope> scopes = new ArrayList<>(2);
    private DenialReason reason = DenialReason.NO_ASSIGNMENT;
    private @Nullable HeldAssignment nearest;

    Evaluation(
            AccessState state,
            Permission permission,
            AccessContext context,
            @Nullable RelationshipState relationship,
            Instant now) {
        this.state = state;
        this.permission = permission;
        this.context = context;
        this.relationship = relationship;
        this.now = now;
    }

    void consider(HeldAssignment assignment) {
        if (!assignment.context().equals(context)) {
            return;
        }
        HeldRole role = state.role(assignment.roleId()).orElse(null);
        DenialReason obstacle = obstacle(assignment, role);
        if (obstacle != null) {
            if (obstacle.compareTo(reason) > 0) {
                reason = obstacle;
                nearest = assignment;
            }
        } else if (role != null) {
            scopes.add(assignment.scope());
            because.add(basis(assignment, role));
        }
    }

    Decision decision() {
        return because.isEmpty()
                ? new Decision.Denied(context, isAboveCeiling() ? DenialReason.ABOVE_CEILING : reason, nearest())
                : new Decision.Allowed(context, AccessScope.union(scopes), List.copyOf(because));
    }

    private Basis.@Nullable Assignment nearest() {
        HeldAssignment assignment = nearest;
        HeldRole role =
                assignment == null ? null : state.role(assignment.roleId()).orElse(null);
        return assignment == null || role == null ? null : basis(assignment, role);
    }

    private static Basis.Assignment basis(HeldAssignment assignment, HeldRole role) {
        return new Basis.Assignment(assignment.id(), role.id(), role.name(), assignment.scope());
    }

    private @Nullable DenialReason obstacle(HeldAssignment assignment, @Nullable HeldRole role) {
        if (role == null
                || assignment.roleVersion().isNewerThan(role.sequence())
                || !role.context().equals(context)) {
            return DenialReason.ROLE_UNKNOWN;
        }
        if (assignment.hasEnded(now)) {
            return DenialReason.ASSIGNMENT_ENDED;
        }
        if (!assignment.hasStarted(now)) {
            return DenialReason.ASSIGNMENT_NOT_STARTED;
        }
        if (!role.permissions().contains(permission)) {
            return DenialReason.ROLE_LACKS_PERMISSION;
        }
        return relationship != null && !reaches(relationship) ? DenialReason.ABOVE_CEILING : null;
    }

    /** Where the customer permits it to no role, no other role or assignment would help. */
    private boolean isAboveCeiling() {
        List<String> ceiling = relationship == null ? null : relationship.permissionCeiling();
        return ceiling != null && !ceiling.contains(permission.permissionName());
    }

    private boolean reaches(RelationshipState of) {
        List<String> ceiling = of.permissionCeiling();
        return permission.isDelegable() && (ceiling == null || ceiling.contains(permission.permissionName()));
    }
}
