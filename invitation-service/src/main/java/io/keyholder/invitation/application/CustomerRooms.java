package io.keyholder.invitation.application;

import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.invitation.domain.RoomCounts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known here of the customers' rooms and room groups: whose each is, and no more. */
public interface CustomerRooms {

    enum Kind {
        ROOM,
        ROOM_GROUP
    }

    /**
     * What was heard of one.
     *
     * @param active whether it is there; one that is gone is remembered, so that a late event does not revive it
     * @param groupIds the groups a room is in
     */
    record Known(Kind kind, UUID id, UUID tenantId, boolean active, List<UUID> groupIds, Sequence sequence) {}

    /** Those of the ids that are the customer's. */
    Set<UUID> among(Kind kind, UUID customerId, Collection<UUID> ids);

    /**
     * How much the customer offers: of all, what it has; of a selection, the named rooms together with the rooms of the named
     * groups, each counted once. Empty while it is not known in which groups some of its rooms are.
     */
    Optional<RoomCounts> count(UUID customerId, Scope offered);

    /**
     * Takes what was heard of each, unless something newer was heard of it before.
     *
     * @param heard each at most once
     */
    void take(Collection<Known> heard);

    /** Nothing can be said of it until the next state is heard: it counts as nobody's. */
    void doubt(Kind kind, UUID id);

    void forget(Kind kind, UUID id);

    /** Forgets what was last heard of in an older epoch. */
    void forgetBefore(Kind kind, int epoch);

    boolean has(Kind kind, UUID id, Sequence sequence);
}
