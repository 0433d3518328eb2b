package io.keyholder.rbac.assignment.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.domain.Administrators;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/** Assigns a role, and changes and ends assignments, in a context that the caller's transaction has locked. */
@ApplicationScoped
public class AssignRole {
    private final Assignments assignments;
    private final AssignmentEvents events;
    private final GlobalAdmins globalAdmins;
    private final Clock clock;

    AssignRole(Assignments assignments, AssignmentEvents events, GlobalAdmins globalAdmins, Clock clock) {
        this.assignments = assignments;
        this.events = events;
        this.globalAdmins = globalAdmins;
        this.clock = clock;
    }

    public Assignment assign(Role role, AssignmentDetails details, Provenance by) {
        Assignment assignment = Assignment.of(Ids.next(), role, details, clock.instant());
        assignments.add(assignment);
        events.created(assignment, by);
        return assignment;
    }

    public AssignmentOutcome change(Role role, Assignment assignment, AssignmentDetails details, Provenance by) {
        return refusal(role, admins -> admins.breakWith(assignment.id(), details, clock.instant()))
                .orElseGet(() -> {
                    Assignment changed = assignment.with(details, role);
                    assignments.update(changed);
                    events.changed(assignment, changed, by);
                    return new AssignmentOutcome.Done(changed);
                });
    }

    public AssignmentOutcome end(Role role, Assignment assignment, Provenance by) {
        return refusal(role, admins -> admins.needs(assignment.id(), clock.instant()))
                .orElseGet(() -> {
                    Assignment ended = assignment.ended();
                    assignments.remove(assignment.id());
                    events.deleted(ended, by);
                    return new AssignmentOutcome.Done(ended);
                });
    }

    /** Whether the role is one that somebody must always hold, and nobody would any more. */
    private Optional<AssignmentOutcome> refusal(Role role, Predicate<Administrators> leavesNone) {
        if (role.is(BuiltInRole.PRIMARY_ADMIN) && leavesNone.test(administrators(role))) {
            return Optional.of(new AssignmentOutcome.LastPrimaryAdmin());
        }
        if (role.is(BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR)
                && leavesNone.test(administrators(role))
                && !globalAdmins.haveBeenSeen(role.contextId(), clock.instant().minus(GlobalAdmins.REMEMBERED))) {
            return Optional.of(new AssignmentOutcome.LastAdministrator());
        }
        return Optional.empty();
    }

    private Administrators administrators(Role role) {
        return new Administrators(assignments.ofRole(role.id()));
    }
}
