package io.keyholder.rbac.assignment;

import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.AuditEntry.Category;
import io.keyholder.contracts.AuditEntry.Operation;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.model.Assignment;
import io.keyholder.rbac.assignment.model.AssignmentDetails;
import io.keyholder.rbac.assignment.model.Member;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Difference;
import io.keyholder.record.LogEntry;
import io.keyholder.record.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How assignments are stored, published and logged. The log has each member that gains or loses by a change as an entry of its own:
 * who got access is what auditors ask.
 */
@Singleton
class AssignmentRecords extends Records<Assignment> {
    private final AssignmentStore assignments;
    private final Outbox outbox;
    private final OutboxEpoch epoch;

    AssignmentRecords(AssignmentStore assignments, Outbox outbox, OutboxEpoch epoch) {
        super(Topic.ASSIGNMENTS, Category.ASSIGNMENT);
        this.assignments = assignments;
        this.outbox = outbox;
        this.epoch = epoch;
    }

    /** Publishes the end of an assignment that was awaited and will never be. */
    void withdraw(Assignment never, Provenance by) {
        outbox.append(EventType.ASSIGNMENT_DELETED, state(never).ended(), never.version(), by);
    }

    @Override
    protected AssignmentState state(Assignment assignment) {
        return state(assignment, epoch.current());
    }

    private static AssignmentState state(Assignment assignment, int epoch) {
        AssignmentDetails details = assignment.details();
        return new AssignmentState(
                assignment.id(),
                assignment.roleId(),
                new Sequence(epoch, assignment.roleVersion()),
                assignment.context().customerId(),
                assignment.context().relationshipId(),
                details.members().stream().map(Member::principal).toList(),
                details.scope(),
                details.period().startsAt().orElse(null),
                details.period().endsAt().orElse(null),
                AssignmentState.Status.ACTIVE,
                List.of());
    }

    @Override
    public AuditSubject subject(Assignment assignment) {
        return subject(
                assignment, assignment.id().toString(), assignment.details().name());
    }

    private static AuditSubject subject(Assignment in, String id, String name) {
        return new AuditSubject(in.context().customerId(), in.context().relationshipId(), id, name);
    }

    /** What the log shows of an assignment. Its members have entries of their own. */
    private record Shown(
            UUID roleId,
            String name,
            Optional<String> description,
            boolean emailNotifications,
            Scope scope,
            Optional<Instant> startsAt,
            Optional<Instant> endsAt) {}

    @Override
    protected Shown shown(Assignment assignment) {
        AssignmentDetails details = assignment.details();
        return new Shown(
                assignment.roleId(),
                details.name(),
                details.description(),
                details.emailNotifications(),
                details.scope(),
                details.period().startsAt(),
                details.period().endsAt());
    }

    @Override
    protected List<LogEntry> entries(Changed<Assignment> change) {
        List<LogEntry> entries = new ArrayList<>();
        Optional<Assignment> before = change.before().filter(present -> !change.removed());
        if (before.filter(present -> shown(present).equals(shown(change.after())))
                .isEmpty()) {
            entries.addAll(super.entries(change));
        }
        Set<Principal> then =
                change.removed() ? Set.of() : change.after().details().principals();
        change.before().ifPresent(present -> entries.addAll(members(Operation.DELETE, present, then)));
        if (!change.removed()) {
            Set<Principal> were = change.before()
                    .map(present -> present.details().principals())
                    .orElse(Set.of());
            entries.addAll(members(Operation.CREATE, change.after(), were));
        }
        return entries;
    }

    /** What the log shows of a member. The name somebody gave it is for its own tenant alone. */
    private record ShownMember(Principal.Type type, UUID principalTenantId, UUID roleId, UUID assignmentId) {}

    /** An entry for each member but those that are on the other side of the change as well. */
    private static List<LogEntry> members(Operation operation, Assignment of, Set<Principal> but) {
        return of.details().principals().stream()
                .filter(principal -> !but.contains(principal))
                .map(principal -> {
                    ShownMember shown = new ShownMember(principal.type(), principal.tenantId(), of.roleId(), of.id());
                    return new LogEntry(
                            Category.USER,
                            operation,
                            subject(of, principal.id(), principal.id()),
                            operation == Operation.CREATE ? Difference.created(shown) : Difference.deleted(shown));
                })
                .toList();
    }

    @Override
    protected void store(List<Changed<Assignment>> changes) {
        changes.forEach(assignments::store);
    }

    /** They name their roles' versions in the epoch in which they are published. */
    @Override
    public Stream<Snapshot> all(int epoch) {
        return assignments.everywhere().map(a -> new Snapshot(state(a, epoch), a.version()));
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return all(epoch.current());
    }
}
