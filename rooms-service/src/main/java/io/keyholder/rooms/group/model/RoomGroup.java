package io.keyholder.rooms.group.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.record.Changed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A named collection of a tenant's rooms. Which rooms it holds is kept by membership: there can be a hundred thousand.
 *
 * @param version rises with its members too
 */
public record RoomGroup(
        UUID id, UUID tenantId, GroupDetails details, Instant createdAt, Instant updatedAt, long version)
        implements Aggregate {
    private static final String ROOMS = "roomIds";

    /** @param roomIds its first rooms */
    public static Changed<RoomGroup> create(
            UUID id, UUID tenantId, GroupDetails details, Collection<UUID> roomIds, Instant at) {
        return Changed.created(new RoomGroup(id, tenantId, details, at, at, 1), EventType.ROOM_GROUP_CREATED)
                .with(ROOMS, List.of(), roomIds);
    }

    /** One that does not exist, to ask about instead of one that must not be told from it. */
    public static RoomGroup nonexistent(UUID id, UUID tenantId) {
        return new RoomGroup(id, tenantId, new GroupDetails("", Optional.empty()), Instant.EPOCH, Instant.EPOCH, 0);
    }

    public String name() {
        return details.name();
    }

    /** With other details, or other members, or both. */
    public Changed<RoomGroup> change(GroupDetails next, Collection<UUID> left, Collection<UUID> joined, Instant at) {
        return Changed.updated(this, next(next, at), EventType.ROOM_GROUP_CHANGED)
                .with(ROOMS, left, joined);
    }

    /** @param left the rooms that were in it */
    public Changed<RoomGroup> remove(Collection<UUID> left, Instant at) {
        return Changed.removed(this, next(details, at), EventType.ROOM_GROUP_DELETED)
                .with(ROOMS, left, List.of());
    }

    private RoomGroup next(GroupDetails next, Instant at) {
        return new RoomGroup(id, tenantId, next, createdAt, at, version + 1);
    }
}
