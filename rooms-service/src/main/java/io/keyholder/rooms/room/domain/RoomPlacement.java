package io.keyholder.rooms.room.domain;

import java.util.Set;
import java.util.UUID;

/** What others need to know of a room: whose it is, in which groups, and whether it is still managed. */
public record RoomPlacement(UUID roomId, UUID tenantId, Set<UUID> groupIds, Room.Status status, long version) {
    public RoomPlacement {
        groupIds = Set.copyOf(groupIds);
    }
}
