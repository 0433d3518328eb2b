package io.keyholder.rooms.room;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How rooms are stored, published and logged. */
@Singleton
public class RoomRecords extends Records<Room> {
    private final RoomStore rooms;
    private final Outbox outbox;

    RoomRecords(RoomStore rooms, Outbox outbox) {
        super(Topic.ROOMS, AuditEntry.Category.ROOM);
        this.rooms = rooms;
        this.outbox = outbox;
    }

    /** Publishes rooms that joined or left a group, which the log has as a change of the group. */
    public void regrouped(Stream<RoomPlacement> moved, Provenance by) {
        moved.forEach(room -> outbox.append(EventType.ROOM_CHANGED, stateOf(room), room.version(), by));
    }

    @Override
    protected RoomState state(Room room) {
        return stateOf(room.placement());
    }

    @Override
    public AuditSubject subject(Room room) {
        return AuditSubject.of(room.tenantId(), room.id(), room.name());
    }

    /** What the log shows of a room: what people say of it, and whether it is managed. */
    private record Shown(@JsonUnwrapped RoomDetails details, Room.Status status) {}

    @Override
    protected Object shown(Room room) {
        return new Shown(room.details(), room.status());
    }

    @Override
    protected void store(List<Changed<Room>> changes) {
        rooms.store(changes);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return rooms.placements().map(room -> new Snapshot(stateOf(room), room.version()));
    }

    private static RoomState stateOf(RoomPlacement room) {
        return new RoomState(
                room.roomId(),
                room.tenantId(),
                room.groupIds().stream().sorted().toList(),
                room.active() ? RoomState.Status.ACTIVE : RoomState.Status.UNENROLLED);
    }
}
