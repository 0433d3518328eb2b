package io.keyholder.rooms.room.application;

import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.text.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rooms are listed, in one order whosever they are.
 *
 * @param reaches one a customer; none means no room
 * @param countries any of these; empty: all
 * @param externalIds any of these; empty: all
 * @param statuses any of these
 * @param nameContains without regard to case
 */
public record RoomFilter(
        List<Reach> reaches,
        Set<String> countries,
        Set<String> externalIds,
        Set<Room.Status> statuses,
        Optional<String> nameContains,
        Order order) {

    /** What a list is ordered by; rooms that are equal in it by their ids. */
    public record Order(Key key, boolean descending) {
        /** A field to order by. */
        public enum Key {
            NAME,
            CREATED_AT
        }

        /** The sort keys of a room, by which the next page goes on. */
        public List<String> keysOf(Room room) {
            String first = switch (key) {
                case NAME -> Names.key(room.name());
                case CREATED_AT -> room.createdAt().toString();
            };
            return List.of(first, room.id().toString());
        }
    }
}
