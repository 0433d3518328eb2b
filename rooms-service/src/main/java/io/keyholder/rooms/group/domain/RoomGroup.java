package io.keyholder.rooms.group.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * A named collection of a tenant's rooms. Which rooms it holds is kept by membership: there can be a hundred thousand.
 *
 * @param version rises with its members too
 */
public record RoomGroup(UUID id, UUID tenantId, GroupDetails details, long version) {

    public static RoomGroup created(UUID id, UUID tenantId, GroupDetails details) {
        return new RoomGroup(id, tenantId, details, 1);
    }

    /** One that does not exist, to ask about instead of one that must not be told from it. */
    public static RoomGroup nowhere(UUID id, UUID tenantId) {
        return new RoomGroup(id, tenantId, new GroupDetails("", Optional.empty()), 0);
    }

    public String name() {
        return details.name();
    }

    public RoomGroup changedTo(GroupDetails next) {
        return new RoomGroup(id, tenantId, next, version + 1);
    }

    /** With other members. */
    public RoomGroup regrouped() {
        return changedTo(details);
    }
}
