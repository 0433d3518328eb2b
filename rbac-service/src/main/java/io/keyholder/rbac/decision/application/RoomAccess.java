package io.keyholder.rbac.decision.application;

import io.keyholder.access.AccessContext;
import io.keyholder.access.AccessScope;
import io.keyholder.rbac.room.application.KnownRooms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where a room is: in which groups, and within which delegations. */
@ApplicationScoped
class RoomAccess {
    private final KnownRooms rooms;

    RoomAccess(KnownRooms rooms) {
        this.rooms = rooms;
    }

    /** @param groupIds the groups that the room is in; empty when the customer has no such room */
    record Place(UUID roomId, Optional<Set<UUID>> groupIds) {

        boolean isCoveredBy(AccessScope scope) {
            return groupIds.map(groups -> scope.covers(roomId, groups)).orElse(false);
        }
    }

    Place place(UUID customerId, UUID roomId) {
        return new Place(
                roomId,
                Optional.ofNullable(rooms.groupsOf(customerId, Set.of(roomId)).get(roomId)));
    }

    /** Whether it is the tenant's own, or the relationship's delegation covers it. */
    boolean isWithin(AccessContext context, Place place) {
        UUID relationship = context.relationshipId();
        return relationship == null
                || rooms.delegation(context.customerId(), relationship)
                        .filter(place::isCoveredBy)
                        .isPresent();
    }
}
