package io.keyholder.rbac.role.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.application.AssignmentEvents;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Removes roles, their assignments first, from a context that the caller's transaction has locked. */
@ApplicationScoped
public class RemoveRole {
    private final Roles roles;
    private final Assignments assignments;
    private final RoleEvents events;
    private final AssignmentEvents assignmentEvents;

    RemoveRole(Roles roles, Assignments assignments, RoleEvents events, AssignmentEvents assignmentEvents) {
        this.roles = roles;
        this.assignments = assignments;
        this.events = events;
        this.assignmentEvents = assignmentEvents;
    }

    /** On request: a custom role. */
    public RoleOutcome removeCustom(Role role, Provenance by) {
        if (role.type() == Role.Type.BUILT_IN) {
            return new RoleOutcome.BuiltIn(role);
        }
        return new RoleOutcome.Removed(remove(role, by));
    }

    /**
     * At its context's end: whichever.
     *
     * @return how many assignments went with it
     */
    public int remove(Role role, Provenance by) {
        List<Assignment> given = assignments.ofRole(role.id());
        given.forEach(assignment -> {
            assignments.remove(assignment.id());
            assignmentEvents.deleted(assignment.ended(), by);
        });
        roles.remove(role.id());
        events.deleted(role.ended(), by);
        return given.size();
    }
}
