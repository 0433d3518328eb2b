package io.keyholder.rooms.room.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoomState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.audit.AuditSubjects;
import io.keyholder.rooms.room.application.RoomEvents;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import io.keyholder.rooms.room.domain.RoomPlacement;
import io.keyholder.web.audit.AuditLog;
import io.keyholder.web.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class RoomPublisher implements RoomEvents {
    private final Outbox outbox;
    private final AuditLog audit;
    private final AuditSubjects subjects;

    RoomPublisher(Outbox outbox, AuditLog audit, AuditSubjects subjects) {
        this.outbox = outbox;
        this.audit = audit;
        this.subjects = subjects;
    }

    @Override
    public void created(Room room, Provenance by) {
        publish(EventType.ROOM_CREATED, AuditEntry.Operation.CREATE, room, Change.created(RoomFields.of(room)), by);
    }

    @Override
    public void changed(Room before, Room after, Provenance by) {
        publish(EventType.ROOM_CHANGED, AuditEntry.Operation.UPDATE, after, change(before, after), by);
    }

    @Override
    public void unenrolled(Room before, Room after, Provenance by) {
        publish(EventType.ROOM_UNENROLLED, AuditEntry.Operation.DELETE, after, change(before, after), by);
    }

    @Override
    public void regrouped(List<RoomPlacement> rooms, Provenance by) {
        rooms.forEach(room -> outbox.append(EventType.ROOM_CHANGED, stateOf(room), room.version(), by));
    }

    private void publish(EventType type, AuditEntry.Operation operation, Room room, Change change, Provenance by) {
        outbox.append(type, stateOf(room.placement()), room.version(), by);
        audit.changed(AuditEntry.Category.ROOM, operation, subjects.of(room, by), change, by);
    }

    /** What the log shows of a room: what people say of it, and whether it is managed. */
    private record RoomFields(@JsonUnwrapped RoomDetails details, Room.Status status) {
        static RoomFields of(Room room) {
            return new RoomFields(room.details(), room.status());
        }
    }

    private static Change change(Room before, Room after) {
        return Change.of(RoomFields.of(before), RoomFields.of(after));
    }

    static RoomState stateOf(RoomPlacement room) {
        return new RoomState(
                room.roomId(),
                room.tenantId(),
                room.groupIds().stream().sorted().toList(),
                switch (room.status()) {
                    case ACTIVE -> RoomState.Status.ACTIVE;
                    case UNENROLLED -> RoomState.Status.UNENROLLED;
                });
    }
}
