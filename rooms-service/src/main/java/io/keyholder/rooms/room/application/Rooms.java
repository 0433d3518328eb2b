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

    /** As it is now, and nobody else changes it until the transaction ends. */
    Optional<Room> lock(UUID id);

    /** Those of the ids that exist, in no order. */
    List<Room> findAll(Collection<UUID> ids);

    /** The tenant's among them, and nobody else changes those until the transaction ends. */
    List<Room> lockAll(UUID tenantId, Collection<UUID> ids);

    /** The tenant's managed rooms with any of the external ids. */
    List<Room> withExternalIds(UUID tenantId, Collection<String> externalIds);

    /** Nobody else gives an external id in the tenant until the transaction ends. Comes before any room is locked. */
    void lockExternalIds(UUID tenantId);

    void add(List<Room> rooms);

    /** Keeps everything but its groups, which change with the groups. */
    default void update(Room room) {
        updateAll(List.of(room));
    }

    /** The same for many at once. */
    void updateAll(List<Room> rooms);

    List<RoomPlacement> placements(Collection<UUID> ids);

    /** Of every room there ever was. */
    Stream<RoomPlacement> placements();
}
