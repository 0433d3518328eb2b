package io.keyholder.rooms.room;

import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.model.Room;
import java.time.Instant;
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
 * @param updatedSince changed then or later
 */
public record RoomFilter(
        List<Reach> reaches,
        Set<String> countries,
        Set<String> externalIds,
        Set<Room.Status> statuses,
        Optional<String> nameContains,
        Optional<Instant> updatedSince,
        Order order) {

    /** What a list is ordered by; rooms that are equal in it by their ids. */
    public record Order(Key key, boolean descending) {
        /** A field to order by. */
        public enum Key {
            NAME,
            CREATED_AT
        }
    }
}
