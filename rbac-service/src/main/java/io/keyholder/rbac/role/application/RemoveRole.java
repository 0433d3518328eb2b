package io.keyholder.rbac.role.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.application.AssignmentEvents;
import io.keyholder.rbac.assignment.application.Assignments;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;

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
        return new RoleOutcome.Done(remove(role, by));
    }

    /** At its context's end: whichever. */
    public Role remove(Role role, Provenance by) {
        assignments.ofRole(role.id()).forEach(assignment -> {
            assignments.remove(assignment.id());
            assignmentEvents.deleted(assignment.ended(), by);
        });
        Role ended = role.ended();
        roles.remove(role.id());
        events.deleted(ended, by);
        return ended;
    }
}
