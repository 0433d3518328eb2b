package io.keyholder.rbac.assignment.messaging;

import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.AuditEntry.Category;
import io.keyholder.contracts.AuditEntry.Operation;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.application.AssignmentEvents;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** In the log an assignment stands with each member that gains or loses by it: who got access is what auditors ask. */
@ApplicationScoped
class AssignmentPublisher implements AssignmentEvents {
    private final Outbox outbox;
    private final AuditLog audit;
    private final OutboxEpoch epoch;

    AssignmentPublisher(Outbox outbox, AuditLog audit, OutboxEpoch epoch) {
        this.outbox = outbox;
        this.audit = audit;
        this.epoch = epoch;
    }

    @Override
    public void created(Assignment assignment, Provenance by) {
        outbox.append(EventType.ASSIGNMENT_CREATED, stateOf(assignment), assignment.version(), by);
        record(Operation.CREATE, assignment, Difference.created(AssignmentFields.of(assignment)), by);
        members(Operation.CREATE, assignment, Set.of(), by);
    }

    @Override
    public void changed(Assignment before, Assignment after, Provenance by) {
        outbox.append(EventType.ASSIGNMENT_CHANGED, stateOf(after), after.version(), by);
        if (!withoutMembers(before).equals(withoutMembers(after))) {
            record(Operation.UPDATE, after, Difference.of(AssignmentFields.of(before), AssignmentFields.of(after)), by);
        }
        members(Operation.DELETE, before, after.details().principals(), by);
        members(Operation.CREATE, after, before.details().principals(), by);
    }

    @Override
    public void deleted(Assignment assignment, Provenance by) {
        outbox.append(EventType.ASSIGNMENT_DELETED, stateOf(assignment).ended(), assignment.version(), by);
        record(Operation.DELETE, assignment, Difference.deleted(AssignmentFields.of(assignment)), by);
        members(Operation.DELETE, assignment, Set.of(), by);
    }

    @Override
    public void withdrawn(Assignment assignment, Provenance by) {
        outbox.append(EventType.ASSIGNMENT_DELETED, stateOf(assignment).ended(), assignment.version(), by);
    }

    private AssignmentState stateOf(Assignment assignment) {
        return stateOf(assignment, epoch.current());
    }

    static AssignmentState stateOf(Assignment assignment, int epoch) {
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

    private static AssignmentDetails withoutMembers(Assignment assignment) {
        AssignmentDetails details = assignment.details();
        return new AssignmentDetails(
                details.name(),
                details.description(),
                details.emailNotifications(),
                List.of(),
                details.scope(),
                details.period());
    }

    private void record(Operation operation, Assignment assignment, Difference change, Provenance by) {
        audit.changed(
                Category.ASSIGNMENT,
                operation,
                subject(
                        assignment,
                        assignment.id().toString(),
                        assignment.details().name()),
                change,
                by);
    }

    /** An entry for each member but those that are on the other side of the change as well. */
    private void members(Operation operation, Assignment of, Set<Principal> but, Provenance by) {
        of.details().principals().stream()
                .filter(principal -> !but.contains(principal))
                .forEach(principal -> audit.changed(
                        Category.USER,
                        operation,
                        subject(of, principal.id(), principal.id()),
                        operation == Operation.CREATE
                                ? Difference.created(MemberFields.of(principal, of))
                                : Difference.deleted(MemberFields.of(principal, of)),
                        by));
    }

    private static AuditSubject subject(Assignment assignment, String id, String name) {
        return new AuditSubject(
                assignment.context().customerId(), assignment.context().relationshipId(), id, name);
    }

    /** What the log shows of an assignment. Its members have entries of their own. */
    private record AssignmentFields(
            UUID roleId,
            String name,
            Optional<String> description,
            boolean emailNotifications,
            Scope scope,
            Optional<Instant> startsAt,
            Optional<Instant> endsAt) {
        static AssignmentFields of(Assignment assignment) {
            AssignmentDetails details = assignment.details();
            return new AssignmentFields(
                    assignment.roleId(),
                    details.name(),
                    details.description(),
                    details.emailNotifications(),
                    details.scope(),
                    details.period().startsAt(),
                    details.period().endsAt());
        }
    }

    /** What the log shows of a member. The name somebody gave it is for its own tenant alone. */
    private record MemberFields(Principal.Type type, UUID principalTenantId, UUID roleId, UUID assignmentId) {
        static MemberFields of(Principal principal, Assignment in) {
            return new MemberFields(principal.type(), principal.tenantId(), in.roleId(), in.id());
        }
    }
}
