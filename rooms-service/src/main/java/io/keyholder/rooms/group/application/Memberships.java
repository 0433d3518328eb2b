package io.keyholder.rooms.group.application;

import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.RoomPlacement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which rooms are in which groups. Each change takes effect for rooms that are not in the group yet, or are, and raises the
 * versions of those alone. The group must be locked by the caller's transaction.
 */
public interface Memberships {

    /** @return the rooms that joined, as they are now */
    List<RoomPlacement> add(UUID groupId, Collection<UUID> roomIds);

    /** @return the rooms that left, as they are now */
    List<RoomPlacement> remove(UUID groupId, Collection<UUID> roomIds);

    /** @return the managed rooms that left, as they are now; unenrolled ones leave unheard, for their last word is said */
    List<RoomPlacement> removeAll(UUID groupId);

    /** How many rooms are in the group, unenrolled ones included. */
    long size(UUID groupId);

    /** The managed rooms of each group that somebody reaches, by name. A group without any is left out. */
    Map<UUID, List<UUID>> members(Collection<UUID> groupIds, List<Reach> reaches);
}
