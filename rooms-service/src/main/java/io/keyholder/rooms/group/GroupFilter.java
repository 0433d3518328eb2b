package io.keyholder.rooms.group;

import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.web.list.NamedOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which groups are listed.
 *
 * @param sights one a customer; none means no group
 * @param among these alone; empty: all
 * @param nameContains ignoring case
 * @param updatedSince changed then or later
 */
public record GroupFilter(
        List<Sight> sights,
        Set<UUID> among,
        Optional<String> nameContains,
        Optional<Instant> updatedSince,
        NamedOrder order) {

    /** These of what somebody sees. */
    public static GroupFilter of(Sight sight, Set<UUID> among) {
        return new GroupFilter(List.of(sight), among, Optional.empty(), Optional.empty(), NamedOrder.NAMES);
    }

    /**
     * Which groups of one customer somebody sees: those that lie within the reach themselves, and those that hold a room
     * that it sees.
     *
     * @param groups how far the permission to see groups reaches
     * @param rooms how far the permissions to see groups and to see rooms both reach; empty: no room is seen
     * @param everyRoom whether the permission to see rooms reaches all of the customer's
     */
    public record Sight(Reach groups, Optional<Reach> rooms, boolean everyRoom) {

        /** Of whoever knows of groups by one permission. */
        public static Sight by(Reach reach) {
            return new Sight(reach, Optional.of(reach), reach.coversEverything());
        }
    }
}
