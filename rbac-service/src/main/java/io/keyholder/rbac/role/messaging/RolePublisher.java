package io.keyholder.rbac.role.messaging;

import io.keyholder.access.Permission;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoleState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.role.application.RoleEvents;
import io.keyholder.rbac.role.domain.Role;
import io.keyholder.web.audit.AuditLog;
import io.keyholder.web.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        record(AuditEntry.Operation.CREATE, role, by);
    }

    @Override
    public void changed(Role role, Provenance by) {
        outbox.append(EventType.ROLE_CHANGED, stateOf(role), role.version(), by);
        record(AuditEntry.Operation.UPDATE, role, by);
    }

    @Override
    public void deleted(Role role, Provenance by) {
        outbox.append(EventType.ROLE_DELETED, stateOf(role).ended(), role.version(), by);
        record(AuditEntry.Operation.DELETE, role, by);
    }

    @Override
    public void withdrawn(Role role, Provenance by) {
        outbox.append(EventType.ROLE_DELETED, stateOf(role).ended(), role.version(), by);
    }

    private void record(AuditEntry.Operation operation, Role role, Provenance by) {
        AuditSubject subject = new AuditSubject(
                role.context().customerId(),
                role.context().relationshipId(),
                role.id().toString(),
                role.name());
        audit.changed(AuditEntry.Category.ROLE, operation, subject, by);
    }

    static RoleState stateOf(Role role) {
        return new RoleState(
                role.id(),
                role.context().customerId(),
                role.context().relationshipId(),
                role.key().orElse(null),
                role.name(),
                role.permissions().stream()
                        .sorted()
                        .map(Permission::permissionName)
                        .toList(),
                RoleState.Status.ACTIVE,
                List.of());
    }
}
