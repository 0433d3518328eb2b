package io.keyholder.rooms.room.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes a room, or takes it out of management. Each takes a room that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRoom {
    private final Rooms rooms;
    private final RoomEvents events;
    private final TenantLimits limits;

    ChangeRoom(Rooms rooms, RoomEvents events, TenantLimits limits) {
        this.rooms = rooms;
        this.events = events;
        this.limits = limits;
    }

    /** Another external id is given under {@link Rooms#lockExternalIds}. */
    public Room.Change change(Room room, RoomDetails details, Provenance by) {
        if (isTaken(room, details.externalId())) {
            return new Room.Change.ExternalIdTaken();
        }
        Room.Change change = room.changedTo(details);
        if (change instanceof Room.Change.Done done) {
            changed(Map.of(room, done.room()), by);
        }
        return change;
    }

    /**
     * Keeps rooms that were changed, and whose new external ids nobody has.
     *
     * @param changed each as it was, and as it is
     */
    public void changed(Map<Room, Room> changed, Provenance by) {
        rooms.updateAll(List.copyOf(changed.values()));
        changed.forEach((before, after) -> events.changed(before, after, by));
    }

    public Room.Change unenroll(Room room, Provenance by) {
        Room.Change change = room.unenrolled();
        if (change instanceof Room.Change.Done done) {
            rooms.update(done.room());
            limits.unenrollRoom(room.tenantId());
            events.unenrolled(room, done.room(), by);
        }
        return change;
    }

    private boolean isTaken(Room room, Optional<String> externalId) {
        return externalId.isPresent()
                && !externalId.equals(room.details().externalId())
                && !rooms.withExternalIds(room.tenantId(), Set.of(externalId.get()))
                        .isEmpty();
    }
}
