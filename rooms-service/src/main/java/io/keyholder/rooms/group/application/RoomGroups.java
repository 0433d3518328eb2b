package io.keyholder.rooms.group.application;

import io.keyholder.rooms.group.domain.RoomGroup;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where groups are kept. */
public interface RoomGroups {

    Optional<RoomGroup> find(UUID id);

    /** The same, and nobody else changes it or its members until the transaction ends. */
    Optional<RoomGroup> lock(UUID id);

    /** Nobody else gives or changes a name in the tenant until the transaction ends. */
    void lockNames(UUID tenantId);

    /** Whether another group of the tenant has the name, in whatever case. */
    boolean isNameTaken(RoomGroup by);

    void add(RoomGroup group);

    void update(RoomGroup group);

    void remove(RoomGroup group);

    Stream<RoomGroup> all();
}
