package io.keyholder.rooms.transfer.model;

import io.keyholder.rooms.room.model.Location;
import io.keyholder.rooms.room.model.RoomDetails;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A room as a line of an import has it.
 *
 * @param id which it is, if the line says so
 * @param unsaid what the file has no column for: a room that exists keeps it
 */
public record ImportedRoom(int line, Optional<UUID> id, RoomDetails details, Set<Field> unsaid) {

    /** What a file may leave out. */
    public enum Field {
        STATE,
        CITY,
        BUILDING,
        FLOOR,
        CAPACITY,
        EXTERNAL_ID
    }

    /** What becomes of a room that exists. */
    public RoomDetails over(RoomDetails present) {
        Location there = present.location();
        Location said = details.location();
        Location location = new Location(
                said.country(),
                pick(Field.STATE, said.state(), there.state()),
                pick(Field.CITY, said.city(), there.city()),
                pick(Field.BUILDING, said.building(), there.building()),
                pick(Field.FLOOR, said.floor(), there.floor()));
        return new RoomDetails(
                details.name(),
                location,
                pick(Field.CAPACITY, details.capacity(), present.capacity()),
                pick(Field.EXTERNAL_ID, details.externalId(), present.externalId()));
    }

    private <T> Optional<T> pick(Field field, Optional<T> said, Optional<T> present) {
        return unsaid.contains(field) ? present : said;
    }
}
