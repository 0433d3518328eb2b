package io.keyholder.rooms.room;

import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.list.NamedOrder;
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
        NamedOrder order) {}
