package io.keyholder.rooms.room.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;

/** Changes a room, or takes it out of management. Each takes a room that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRoom {
    private final Rooms rooms;
    private final RoomEvents events;

    ChangeRoom(Rooms rooms, RoomEvents events) {
        this.rooms = rooms;
        this.events = events;
    }

    public Room.Change change(Room room, RoomDetails details, Provenance by) {
        return keep(room.changedTo(details), events::changed, by);
    }

    public Room.Change unenroll(Room room, Provenance by) {
        return keep(room.unenrolled(), events::unenrolled, by);
    }

    private Room.Change keep(Room.Change change, BiConsumer<Room, Provenance> event, Provenance by) {
        if (change instanceof Room.Change.Done done) {
            rooms.update(done.room());
            event.accept(done.room(), by);
        }
        return change;
    }
}
