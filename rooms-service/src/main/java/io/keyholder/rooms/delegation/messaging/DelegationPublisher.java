package io.keyholder.rooms.delegation.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.EventType;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.delegation.application.DelegationEvents;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.web.audit.AuditLog;
import io.keyholder.web.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DelegationPublisher implements DelegationEvents {
    private final Outbox outbox;
    private final AuditLog audit;
    private final AuditSubjects subjects;

    DelegationPublisher(Outbox outbox, AuditLog audit, AuditSubjects subjects) {
        this.outbox = outbox;
        this.audit = audit;
        this.subjects = subjects;
    }

    @Override
    public void started(Delegation delegation, Provenance by) {
        publish(EventType.DELEGATION_CREATED, AuditEntry.Operation.CREATE, delegation, Optional.empty(), by);
    }

    @Override
    public void changed(Delegation before, Delegation after, Provenance by) {
        publish(EventType.DELEGATION_CHANGED, AuditEntry.Operation.UPDATE, after, Optional.of(before), by);
    }

    @Override
    public void widened(Delegation delegation, Collection<UUID> roomIds, Provenance by) {
        audit.changed(
                AuditEntry.Category.DELEGATION,
                AuditEntry.Operation.UPDATE,
                subjects.of(delegation),
                Change.none().with("joinedRoomIds", List.of(), roomIds),
                by);
    }

    @Override
    public void ended(Optional<Delegation> before, Delegation after, Provenance by) {
        publish(EventType.DELEGATION_ENDED, AuditEntry.Operation.DELETE, after, before, by);
    }

    private void publish(
            EventType type,
            AuditEntry.Operation operation,
            Delegation delegation,
            Optional<Delegation> before,
            Provenance by) {
        outbox.append(type, stateOf(delegation), delegation.version(), by);
        audit.changed(
                AuditEntry.Category.DELEGATION, operation, subjects.of(delegation), change(before, delegation), by);
    }

    private static Change change(Optional<Delegation> before, Delegation after) {
        return Change.of(before.map(DelegationPublisher::stateOf).orElse(null), stateOf(after));
    }

    static DelegationState stateOf(Delegation delegation) {
        return new DelegationState(
                delegation.relationshipId(),
                delegation.customerId(),
                delegation.partnerId(),
                delegation.roomScope(),
                switch (delegation.status()) {
                    case ACTIVE -> DelegationState.Status.ACTIVE;
                    case ENDED -> DelegationState.Status.ENDED;
                },
                List.of());
    }
}
