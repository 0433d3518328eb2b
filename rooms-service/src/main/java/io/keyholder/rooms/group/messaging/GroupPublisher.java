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
import io.keyholder.web.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class GroupPublisher implements GroupEvents {
    private static final String ROOMS = "roomIds";

    private final Outbox outbox;
    private final AuditLog audit;
    private final AuditSubjects subjects;

    GroupPublisher(Outbox outbox, AuditLog audit, AuditSubjects subjects) {
        this.outbox = outbox;
        this.audit = audit;
        this.subjects = subjects;
    }

    @Override
    public void created(RoomGroup group, Collection<UUID> roomIds, Provenance by) {
        Change change = Change.created(group.details()).with(ROOMS, List.of(), roomIds);
        publish(EventType.ROOM_GROUP_CREATED, AuditEntry.Operation.CREATE, group, Status.ACTIVE, change, by);
    }

    @Override
    public void changed(
            RoomGroup before, RoomGroup after, Collection<UUID> joined, Collection<UUID> left, Provenance by) {
        Change change = Change.of(before.details(), after.details()).with(ROOMS, left, joined);
        publish(EventType.ROOM_GROUP_CHANGED, AuditEntry.Operation.UPDATE, after, Status.ACTIVE, change, by);
    }

    @Override
    public void deleted(RoomGroup group, Collection<UUID> roomIds, Provenance by) {
        Change change = Change.deleted(group.details()).with(ROOMS, roomIds, List.of());
        publish(EventType.ROOM_GROUP_DELETED, AuditEntry.Operation.DELETE, group, Status.DELETED, change, by);
    }

    private void publish(
            EventType type,
            AuditEntry.Operation operation,
            RoomGroup group,
            Status status,
            Change change,
            Provenance by) {
        outbox.append(type, new RoomGroupState(group.id(), group.tenantId(), status), group.version(), by);
        audit.changed(AuditEntry.Category.ROOM_GROUP, operation, subjects.of(group, by), change, by);
    }
}
