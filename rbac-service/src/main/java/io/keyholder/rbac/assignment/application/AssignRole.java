package io.keyholder.rbac.assignment.application;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.domain.Administrators;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.limit.application.Limit;
import io.keyholder.rbac.limit.application.Limits;
import io.keyholder.rbac.role.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Assigns a role, and changes and ends assignments, in a context that the caller's transaction has locked. */
@ApplicationScoped
public class AssignRole {
    private static final AssignmentDetails.Size NOTHING = new AssignmentDetails.Size(0, 0);

    private final Assignments assignments;
    private final AssignmentEvents events;
    private final GlobalAdmins globalAdmins;
    private final Limits limits;
    private final Clock clock;

    AssignRole(
            Assignments assignments, AssignmentEvents events, GlobalAdmins globalAdmins, Limits limits, Clock clock) {
        this.assignments = assignments;
        this.events = events;
        this.globalAdmins = globalAdmins;
        this.limits = limits;
        this.clock = clock;
    }

    public AssignmentOutcome assign(Role role, AssignmentDetails details, Provenance by) {
        Optional<Limit> passed = ofSize(NOTHING, details).or(() -> ofOneMore(role.contextId()));
        if (passed.isPresent()) {
            return new AssignmentOutcome.LimitReached(passed.get());
        }
        Assignment assignment = Assignment.of(Ids.next(), role, details, clock.instant());
        assignments.add(assignment);
        events.created(assignment, by);
        return new AssignmentOutcome.Done(assignment);
    }

    public AssignmentOutcome change(Role role, Assignment assignment, AssignmentDetails details, Provenance by) {
        return ofSize(assignment.details().size(), details)
                .<AssignmentOutcome>map(AssignmentOutcome.LimitReached::new)
                .or(() -> lastOne(role, assignment, details))
                .orElseGet(() -> {
                    Assignment changed = assignment.with(details, role);
                    assignments.update(changed);
                    events.changed(assignment, changed, by);
                    return new AssignmentOutcome.Done(changed);
                });
    }

    public AssignmentOutcome end(Role role, Assignment assignment, Provenance by) {
        return lastOne(role, assignment).orElseGet(() -> {
            Assignment ended = assignment.ended();
            assignments.remove(assignment.id());
            events.deleted(ended, by);
            return new AssignmentOutcome.Done(ended);
        });
    }

    private Optional<Limit> ofSize(AssignmentDetails.Size before, AssignmentDetails after) {
        AssignmentDetails.Size size = after.size();
        return limits.ofMembers(before.members(), size.members()).or(() -> limits.ofIds(before.ids(), size.ids()));
    }

    private Optional<Limit> ofOneMore(UUID contextId) {
        Limit limit = limits.ofAssignments();
        return assignments.admitOneMore(contextId, limit.most()) ? Optional.empty() : Optional.of(limit);
    }

    /** The refusal, when the change would leave nobody who administers the context. */
    public Optional<AssignmentOutcome> lastOne(Role role, Assignment assignment, AssignmentDetails changed) {
        return refusal(role, admins -> admins.breakWith(assignment.id(), changed, clock.instant()));
    }

    /** The refusal, when its end would leave nobody who administers the context. */
    public Optional<AssignmentOutcome> lastOne(Role role, Assignment assignment) {
        return refusal(role, admins -> admins.needs(assignment.id(), clock.instant()));
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
