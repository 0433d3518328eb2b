package io.keyholder.rooms.room.application;

import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where rooms are kept. */
public interface Rooms {

    Optional<Room> find(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Room> lock(UUID id);

    /** Those of the ids that exist, in no order. */
    List<Room> findAll(Collection<UUID> ids);

    void add(List<Room> rooms);

    /** Keeps everything but its groups, which change with the groups. */
    void update(Room room);

    List<RoomPlacement> placements(Collection<UUID> ids);

    /** Of every room there ever was. */
    Stream<RoomPlacement> placements();
}
