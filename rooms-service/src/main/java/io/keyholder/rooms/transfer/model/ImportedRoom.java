package io.keyholder.rooms.transfer.model;

import io.keyholder.rooms.room.model.RoomDetails;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A room as a line of an import has it.
 *
 * @param id which it is, if the line says so
 * @param over what becomes of a room that exists: it keeps what the file has no column for
 */
public record ImportedRoom(int line, Optional<UUID> id, RoomDetails details, UnaryOperator<RoomDetails> over) {

    /** A line that says everything, or that it is not so. */
    public static ImportedRoom whole(int line, Optional<UUID> id, RoomDetails details) {
        return new ImportedRoom(line, id, details, present -> details);
    }
}
