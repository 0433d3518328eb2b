package io.keyholder.rbac.decision.model;

import io.keyholder.contracts.Scope;
import java.util.Optional;
import java.util.UUID;

/** One thing that decided. */
public sealed interface Reason {

    /** The directory role, which holds everything in its own tenant. */
    record GlobalAdmin(UUID tenantId) implements Reason {}

    /** An assignment that gives a role with the permission. */
    record Assignment(UUID assignmentId, UUID roleId, String roleName, Scope scope) implements Reason {}

    /** The relationship in which the permission holds. */
    record Relationship(UUID relationshipId) implements Reason {}

    /** The relationship's delegation covers the room. */
    record Delegation(UUID relationshipId) implements Reason {}

    /**
     * What stands in the way, the nearest to being allowed.
     *
     * @param assignment the one that came nearest; empty when the reason lies in none
     */
    record Obstacle(Denial denial, Optional<Assignment> assignment) implements Reason {}
}
