package io.keyholder.rooms.transfer;

import io.keyholder.rooms.room.model.Room;
import java.io.IOException;

/** Writes rooms in one form. */
interface RoomWriter {
    void write(Room room) throws IOException;

    /** Sends what has been written. */
    void flush() throws IOException;
}
