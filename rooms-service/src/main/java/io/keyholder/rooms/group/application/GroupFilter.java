package io.keyholder.rooms.group.application;

import io.keyholder.rooms.room.domain.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which groups are listed.
 *
 * @param sights one a customer; none means no group
 * @param among these alone; empty: all
 * @param nameContains without regard to case
 */
public record GroupFilter(List<Sight> sights, Set<UUID> among, Optional<String> nameContains, boolean descending) {

    /**
     * Which groups of one customer somebody sees: those that lie within the reach themselves, and those that hold a room
     * that it sees.
     *
     * @param groups how far the permission to see groups reaches
     * @param rooms how far the permissions to see groups and to see rooms both reach; empty: no room is seen
     */
    public record Sight(Reach groups, Optional<Reach> rooms) {}
}
