package io.keyholder.rbac.role.messaging;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoleState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.role.application.RoleEvents;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class RolePublisher implements RoleEvents {
    private final Outbox outbox;
    private final AuditLog audit;

    RolePublisher(Outbox outbox, AuditLog audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public void provided(Role role, Provenance by) {
        outbox.append(EventType.ROLE_CREATED, stateOf(role), role.version(), by);
    }

    @Override
    public void created(Role role, Provenance by) {
        outbox.append(EventType.ROLE_CREATED, stateOf(role), role.version(), by);
        record(AuditEntry.Operation.CREATE, role, Difference.created(RoleFields.of(role)), by);
    }

    @Override
    public void changed(Role before, Role after, Provenance by) {
        outbox.append(EventType.ROLE_CHANGED, stateOf(after), after.version(), by);
        record(AuditEntry.Operation.UPDATE, after, Difference.of(RoleFields.of(before), RoleFields.of(after)), by);
    }

    @Override
    public void deleted(Role role, Provenance by) {
        outbox.append(EventType.ROLE_DELETED, stateOf(role).ended(), role.version(), by);
        record(AuditEntry.Operation.DELETE, role, Difference.deleted(RoleFields.of(role)), by);
    }

    @Override
    public void withdrawn(Role role, Provenance by) {
        outbox.append(EventType.ROLE_DELETED, stateOf(role).ended(), role.version(), by);
    }

    private void record(AuditEntry.Operation operation, Role role, Difference change, Provenance by) {
        AuditSubject subject = new AuditSubject(
                role.context().customerId(),
                role.context().relationshipId(),
                role.id().toString(),
                role.name());
        audit.changed(AuditEntry.Category.ROLE, operation, subject, change, by);
    }

    /** What the log shows of a role. */
    private record RoleFields(String name, Optional<String> description, List<String> permissions) {
        static RoleFields of(Role role) {
            return new RoleFields(role.name(), role.details().description(), namesOf(role));
        }
    }

    private static List<String> namesOf(Role role) {
        return role.permissions().stream()
                .sorted()
                .map(Permission::permissionName)
                .toList();
    }

    static RoleState stateOf(Role role) {
        return new RoleState(
                role.id(),
                role.context().customerId(),
                role.context().relationshipId(),
                role.key().orElse(null),
                role.name(),
                namesOf(role),
                RoleState.Status.ACTIVE,
                List.of());
    }
}
