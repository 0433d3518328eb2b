package io.keyholder.rooms.room.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A meeting room of a tenant.
 *
 * @param groupIds the groups it is in
 */
public record Room(
        UUID id,
        UUID tenantId,
        RoomDetails details,
        Status status,
        Set<UUID> groupIds,
        Instant createdAt,
        long version) {

    /** Whether it is managed here. An unenrolled room never comes back: it is enrolled anew, as another one. */
    public enum Status {
        ACTIVE,
        UNENROLLED
    }

    public Room {
        groupIds = Set.copyOf(groupIds);
    }

    /** A new one, in no group yet. */
    public static Room created(UUID id, UUID tenantId, RoomDetails details, Instant at) {
        return new Room(id, tenantId, details, Status.ACTIVE, Set.of(), at, 1);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public String name() {
        return details.name();
    }

    public Change changedTo(RoomDetails next) {
        return isActive() ? next(next, Status.ACTIVE) : new Change.AlreadyUnenrolled();
    }

    /** It keeps its groups, so that its own tenant can still see where it belonged. */
    public Change unenrolled() {
        return isActive() ? next(details, Status.UNENROLLED) : new Change.AlreadyUnenrolled();
    }

    public RoomPlacement placement() {
        return new RoomPlacement(id, tenantId, groupIds, status, version);
    }

    private Change next(RoomDetails nextDetails, Status nextStatus) {
        return new Change.Done(new Room(id, tenantId, nextDetails, nextStatus, groupIds, createdAt, version + 1));
    }

    /** What became of a change. */
    public sealed interface Change {
        record Done(Room room) implements Change {}

        record AlreadyUnenrolled() implements Change {}
    }
}
