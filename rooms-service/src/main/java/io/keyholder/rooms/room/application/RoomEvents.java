package io.keyholder.rooms.room.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import java.util.List;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface RoomEvents {
    void created(Room room, Provenance by);

    void changed(Room before, Room after, Provenance by);

    void unenrolled(Room before, Room after, Provenance by);

    /** Rooms joined or left a group. The log has that as a change of the group. */
    void regrouped(List<RoomPlacement> rooms, Provenance by);
}
