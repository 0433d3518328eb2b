package io.keyholder.rooms.reach.model;

import java.util.Set;
import java.util.UUID;

/**
 * Whose a room is, in which groups, and whether it is managed: what decides who reaches it.
 *
 * @param version of the room
 */
public record RoomPlacement(UUID roomId, UUID tenantId, Set<UUID> groupIds, boolean active, long version) {

    public RoomPlacement {
        groupIds = Set.copyOf(groupIds);
    }

    /** Of a room that does not exist, to ask about instead of one that must not be told from it. */
    public static RoomPlacement nonexistent(UUID roomId, UUID tenantId) {
        return new RoomPlacement(roomId, tenantId, Set.of(), true, 0);
    }
}
