package io.keyholder.rooms.group.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomGroupState.Status;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.group.application.GroupEvents;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.web.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class GroupPublisher implements GroupEvents {
    private final Outbox outbox;
    private final AuditLog audit;
    private final AuditSubjects subjects;

    GroupPublisher(Outbox outbox, AuditLog audit, AuditSubjects subjects) {
        this.outbox = outbox;
        this.audit = audit;
        this.subjects = subjects;
    }

    @Override
    public void created(RoomGroup group, Provenance by) {
        publish(EventType.ROOM_GROUP_CREATED, AuditEntry.Operation.CREATE, group, Status.ACTIVE, by);
    }

    @Override
    public void changed(RoomGroup group, Provenance by) {
        publish(EventType.ROOM_GROUP_CHANGED, AuditEntry.Operation.UPDATE, group, Status.ACTIVE, by);
    }

    @Override
    public void deleted(RoomGroup group, Provenance by) {
        publish(EventType.ROOM_GROUP_DELETED, AuditEntry.Operation.DELETE, group, Status.DELETED, by);
    }

    private void publish(
            EventType type, AuditEntry.Operation operation, RoomGroup group, Status status, Provenance by) {
        outbox.append(type, new RoomGroupState(group.id(), group.tenantId(), status), group.version(), by);
        audit.changed(AuditEntry.Category.ROOM_GROUP, operation, subjects.of(group, by), by);
    }
}
