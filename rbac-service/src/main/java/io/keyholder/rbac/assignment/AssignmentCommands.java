package io.keyholder.rbac.assignment;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.RoleProblem;
import io.keyholder.rbac.assignment.model.Administrators;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.rbac.limit.Limits;
import io.keyholder.rbac.role.RoleDeleting;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.Changed;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Assigns roles, and changes and ends assignments, in the caller's transaction. */
@ApplicationScoped
public class AssignmentCommands {
    private static final AssignmentDetails.Size NOTHING = new AssignmentDetails.Size(0, 0);

    private final AssignmentStore assignments;
    private final AssignmentRecords records;
    private final Recorder recorder;
    private final GlobalAdmins globalAdmins;
    private final Limits limits;
    private final Clock clock;

    AssignmentCommands(
            AssignmentStore assignments,
            AssignmentRecords records,
            Recorder recorder,
            GlobalAdmins globalAdmins,
            Limits limits,
            Clock clock) {
        this.assignments = assignments;
        this.records = records;
        this.recorder = recorder;
        this.globalAdmins = globalAdmins;
        this.limits = limits;
        this.clock = clock;
    }

    public Outcome<Assignment> assign(Role role, AssignmentDetails details, Provenance by) {
        Optional<Limit> passed = ofSize(NOTHING, details).or(() -> ofOneMore(role.contextId()));
        return passed.isPresent()
                ? passed.get().refusal()
                : recorder.record(Assignment.create(Ids.next(), role, details, clock.instant()), records, by);
    }

    public Outcome<Assignment> change(
            Locked<Role> role, Locked<Assignment> assignment, AssignmentDetails details, Provenance by) {
        Optional<Refused<Assignment>> refusal = ofSize(
                        assignment.now().details().size(), details)
                .map(Limit::<Assignment>refusal)
                .or(() -> refusalAsLast(role, assignment, details));
        return refusal.isPresent()
                ? refusal.get()
                : recorder.record(assignment.now().change(role.now(), details, clock.instant()), records, by);
    }

    public Outcome<Assignment> end(Locked<Role> role, Locked<Assignment> assignment, Provenance by) {
        Optional<Refused<Assignment>> refusal = refusalAsLast(role, assignment);
        return refusal.isPresent()
                ? refusal.get()
                : recorder.record(assignment.now().end(clock.instant()), records, by);
    }

    /** The first Primary admins of a relationship that begins. */
    public void open(Role role, UUID id, List<Member> members, Provenance by) {
        recorder.record(Assignment.ofFirstPrimaryAdmins(id, role, members, clock.instant()), records, by);
    }

    /** The same of one that ended before it began: whoever awaits the assignment learns that it is no more. */
    public void withdraw(Role never, UUID id, List<Member> members, Provenance by) {
        records.withdraw(
                Assignment.ofFirstPrimaryAdmins(id, never, members, clock.instant())
                        .after(),
                by);
    }

    /** Why the change would leave nobody who administers the context, if it would. */
    public Optional<Refused<Assignment>> refusalAsLast(
            Locked<Role> role, Locked<Assignment> assignment, AssignmentDetails changed) {
        return refusal(role.now(), admins -> admins.breakWith(assignment.now().id(), changed, clock.instant()));
    }

    /** The same of the assignment's end. */
    public Optional<Refused<Assignment>> refusalAsLast(Locked<Role> role, Locked<Assignment> assignment) {
        return refusal(role.now(), admins -> admins.needs(assignment.now().id(), clock.instant()));
    }

    void roleDeleting(@Observes RoleDeleting deleting) {
        List<Changed<Assignment>> ends = assignments
                .ofRole(deleting.role().now().id())
                .stream()
                .map(assignment -> assignment.end(clock.instant()))
                .toList();
        recorder.recordAll(ends, records, deleting.by());
    }

    private Optional<Limit> ofSize(AssignmentDetails.Size before, AssignmentDetails after) {
        AssignmentDetails.Size size = after.size();
        return limits.ofMembers(before.members(), size.members()).or(() -> limits.ofIds(before.ids(), size.ids()));
    }

    private Optional<Limit> ofOneMore(UUID contextId) {
        Limit limit = limits.ofAssignments();
        return assignments.admitOneMore(contextId, limit.most()) ? Optional.empty() : Optional.of(limit);
    }

    /** Whether the role is one that somebody must always hold, and nobody would any more. */
    private Optional<Refused<Assignment>> refusal(Role role, Predicate<Administrators> leavesNone) {
        if (role.is(BuiltInRole.PRIMARY_ADMIN) && leavesNone.test(administrators(role))) {
            return Optional.of(new Refused<>(
                    RoleProblem.LAST_PRIMARY_ADMIN,
                    "This would leave the relationship without a Primary admin over all rooms and without an end."));
        }
        if (role.is(BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR)
                && leavesNone.test(administrators(role))
                && !globalAdmins.haveBeenSeen(role.contextId())) {
            return Optional.of(Refused.because(RoleProblem.LAST_ADMINISTRATOR));
        }
        return Optional.empty();
    }

    private Administrators administrators(Role role) {
        return new Administrators(assignments.ofRole(role.id()));
    }
}
