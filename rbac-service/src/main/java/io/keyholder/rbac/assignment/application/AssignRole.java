package io.keyholder.rbac.assignment.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.assignment.domain.PrimaryAdmins;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Assigns a role, and changes and ends assignments, in a context that the caller's transaction has locked. */
@ApplicationScoped
public class AssignRole {
    private final Assignments assignments;
    private final AssignmentEvents events;
    private final Clock clock;

    AssignRole(Assignments assignments, AssignmentEvents events, Clock clock) {
        this.assignments = assignments;
        this.events = events;
        this.clock = clock;
    }

    public Assignment assign(Role role, AssignmentDetails details, Provenance by) {
        Assignment assignment = Assignment.of(Ids.next(), role, details, clock.instant());
        assignments.add(assignment);
        events.created(assignment, by);
        return assignment;
    }

    public AssignmentOutcome change(Role role, Assignment assignment, AssignmentDetails details, Provenance by) {
        if (isPrimaryAdmin(role) && admins(role).breakWith(assignment.id(), details, clock.instant())) {
            return new AssignmentOutcome.LastPrimaryAdmin();
        }
        Assignment changed = assignment.with(details, role);
        assignments.update(changed);
        events.changed(assignment, changed, by);
        return new AssignmentOutcome.Done(changed);
    }

    public AssignmentOutcome end(Role role, Assignment assignment, Provenance by) {
        if (isPrimaryAdmin(role) && admins(role).needs(assignment.id(), clock.instant())) {
            return new AssignmentOutcome.LastPrimaryAdmin();
        }
        Assignment ended = assignment.ended();
        assignments.remove(assignment.id());
        events.deleted(ended, by);
        return new AssignmentOutcome.Done(ended);
    }

    private PrimaryAdmins admins(Role role) {
        return new PrimaryAdmins(assignments.ofRole(role.id()));
    }

    private static boolean isPrimaryAdmin(Role role) {
        return role.is(BuiltInRole.PRIMARY_ADMIN);
    }
}
