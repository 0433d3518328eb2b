package io.keyholder.rooms.room.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import jakarta.enterprise.context.ApplicationScoped;

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
        Room.Change change = room.changedTo(details);
        if (change instanceof Room.Change.Done done) {
            rooms.update(done.room());
            events.changed(room, done.room(), by);
        }
        return change;
    }

    public Room.Change unenroll(Room room, Provenance by) {
        Room.Change change = room.unenrolled();
        if (change instanceof Room.Change.Done done) {
            rooms.update(done.room());
            events.unenrolled(room, done.room(), by);
        }
        return change;
    }
}
