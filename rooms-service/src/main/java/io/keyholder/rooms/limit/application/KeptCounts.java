package io.keyholder.rooms.limit.application;

import java.util.UUID;

/** How many of each kind tenants keep. */
public interface KeptCounts {

    /** What is counted. */
    enum Kind {
        ROOMS,
        ROOMS_EVER,
        ROOM_GROUPS
    }

    /**
     * Counts some more, or some fewer. Nobody else counts that kind for the tenant until the transaction ends.
     *
     * @return whether they are within the limit; if not, nothing is counted
     */
    boolean add(UUID tenantId, Kind kind, long more, long most);

    long count(UUID tenantId, Kind kind);
}
