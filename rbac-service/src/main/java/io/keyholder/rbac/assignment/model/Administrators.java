package io.keyholder.rbac.assignment.model;

import io.keyholder.contracts.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The assignments of a role by which a context is administered. There is always somebody who holds it over all rooms, now
 * and without an end; whoever would change that is refused.
 */
public record Administrators(List<Assignment> assignments) {

    public Administrators {
        assignments = List.copyOf(assignments);
    }

    /** Whether it would leave nobody that the assignment is gone. */
    public boolean needs(UUID assignmentId, Instant now) {
        return remain(assignments.stream(), now) && !remain(others(assignmentId), now);
    }

    /** Whether it would leave nobody that the assignment becomes this. */
    public boolean breakWith(UUID assignmentId, AssignmentDetails changed, Instant now) {
        return needs(assignmentId, now) && !suffices(changed, now);
    }

    private Stream<Assignment> others(UUID assignmentId) {
        return assignments.stream().filter(assignment -> !assignment.id().equals(assignmentId));
    }

    private static boolean remain(Stream<Assignment> assignments, Instant now) {
        return assignments.anyMatch(assignment -> suffices(assignment.details(), now));
    }

    private static boolean suffices(AssignmentDetails details, Instant now) {
        return details.scope().type() == Scope.Type.ALL
                && details.period().hasStarted(now)
                && details.period().endsAt().equals(Optional.empty())
                && !details.members().isEmpty();
    }
}
