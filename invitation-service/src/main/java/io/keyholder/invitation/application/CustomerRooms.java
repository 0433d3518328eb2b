package io.keyholder.invitation.application;

import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is known here of the customers' rooms and room groups: whose each is, and no more. */
public interface CustomerRooms {

    enum Kind {
        ROOM,
        ROOM_GROUP
    }

    /** How many of each. */
    record Counts(long rooms, long roomGroups) {
        public static final Counts NONE = new Counts(0, 0);

        /** How many a selection names. */
        public static Counts namedBy(Scope scope) {
            return new Counts(scope.roomIds().size(), scope.roomGroupIds().size());
        }
    }

    /**
     * What was heard of one.
     *
     * @param active whether it is there; one that is gone is remembered, so that a late event does not revive it
     */
    record Known(Kind kind, UUID id, UUID tenantId, boolean active, Sequence sequence) {}

    /** Those of the ids that are the customer's. */
    Set<UUID> among(Kind kind, UUID customerId, Collection<UUID> ids);

    /** How many the customers have; one that has none may be missing. */
    Map<UUID, Counts> countsOf(Set<UUID> customerIds);

    /**
     * Takes what was heard of each, unless something newer was heard of it before.
     *
     * @param heard each at most once
     */
    void take(Collection<Known> heard);

    /** Nothing can be said of it until the next state is heard: it counts as nobody's. */
    void doubt(Kind kind, UUID id);

    void forget(Kind kind, UUID id);

    boolean has(Kind kind, UUID id, Sequence sequence);
}
