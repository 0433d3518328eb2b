package io.keyholder.rooms.group.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.application.ChangeDelegation;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.limit.domain.Limit;
import io.keyholder.rooms.room.application.RoomEvents;
import io.keyholder.rooms.room.domain.RoomPlacement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets rooms join and leave a group that the caller's transaction has locked, and says what that widens. */
@ApplicationScoped
class MoveRooms {
    private final Memberships memberships;
    private final ChangeDelegation changeDelegation;
    private final TenantLimits limits;
    private final RoomEvents events;

    MoveRooms(Memberships memberships, ChangeDelegation changeDelegation, TenantLimits limits, RoomEvents events) {
        this.memberships = memberships;
        this.changeDelegation = changeDelegation;
        this.limits = limits;
        this.events = events;
    }

    /**
     * What has moved.
     *
     * @param reached the limit that is reached: the transaction is then to be rolled back
     */
    record Moved(List<UUID> joined, List<UUID> left, Optional<Limit> reached) {}

    /** @param joining which are not in the group yet */
    Moved move(UUID groupId, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        changeDelegation.groupGains(groupId, joining, by);
        List<RoomPlacement> left = memberships.remove(groupId, leaving);
        List<RoomPlacement> joined = memberships.add(groupId, joining);
        events.regrouped(Stream.concat(joined.stream(), left.stream()).toList(), by);
        return new Moved(ids(joined), ids(left), reached(groupId, joined));
    }

    /**
     * Its managed rooms lose a group that is to be no more.
     *
     * @return which
     */
    List<UUID> moveOut(UUID groupId, Provenance by) {
        List<RoomPlacement> left = memberships.removeAll(groupId);
        events.regrouped(left, by);
        return ids(left);
    }

    private Optional<Limit> reached(UUID groupId, List<RoomPlacement> joined) {
        Limit ofARoom = limits.groupsOfARoom();
        if (joined.stream().anyMatch(room -> room.groupIds().size() > ofARoom.most())) {
            return Optional.of(ofARoom);
        }
        return Optional.of(limits.roomsInAGroup())
                .filter(limit -> !joined.isEmpty() && memberships.size(groupId) > limit.most());
    }

    private static List<UUID> ids(List<RoomPlacement> rooms) {
        return rooms.stream().map(RoomPlacement::roomId).toList();
    }
}
