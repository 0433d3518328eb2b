package io.keyholder.rbac.role;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.role.model.Role;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How roles are stored, published and logged. */
@Singleton
class RoleRecords extends Records<Role> {
    private final RoleStore roles;
    private final Outbox outbox;

    RoleRecords(RoleStore roles, Outbox outbox) {
        super(Topic.ROLES, AuditEntry.Category.ROLE);
        this.roles = roles;
        this.outbox = outbox;
    }

    /** Publishes the end of a role that was awaited and will never be. */
    void withdraw(Role never, Provenance by) {
        outbox.append(EventType.ROLE_DELETED, state(never).ended(), never.version(), by);
    }

    @Override
    protected RoleState state(Role role) {
        return new RoleState(
                role.id(),
                role.context().customerId(),
                role.context().relationshipId(),
                role.key().orElse(null),
                role.name(),
                role.permissionNames(),
                RoleState.Status.ACTIVE,
                List.of());
    }

    @Override
    public AuditSubject subject(Role role) {
        return new AuditSubject(
                role.context().customerId(),
                role.context().relationshipId(),
                role.id().toString(),
                role.name());
    }

    /** What the log shows of a role. */
    private record Shown(String name, Optional<String> description, List<String> permissions) {}

    @Override
    protected Object shown(Role role) {
        return new Shown(role.name(), role.details().description(), role.permissionNames());
    }

    @Override
    protected void store(List<Changed<Role>> changes) {
        changes.forEach(roles::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return roles.everywhere().map(this::snapshot);
    }
}
