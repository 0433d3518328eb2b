package io.keyholder.rooms.room.application;

import io.keyholder.rooms.room.domain.Room;
import java.util.List;

/** Finds rooms over all customers at once. */
public interface VisibleRooms {

    /** @param after the sort keys of the last room of the page before; empty for the first page */
    List<Room> list(RoomFilter filter, List<String> after, int limit);

    long count(RoomFilter filter);
}
