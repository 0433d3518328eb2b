package io.keyholder.rooms.room.domain;

import io.keyholder.rooms.limit.domain.Limit;
import java.time.Instant;
import java.util.Optional;
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

    /** One that does not exist, to ask about instead of one that must not be told from it. */
    public static Room nowhere(UUID id, UUID tenantId) {
        Location location = new Location("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        RoomDetails details = new RoomDetails("", location, Optional.empty(), Optional.empty());
        return new Room(id, tenantId, details, Status.ACTIVE, Set.of(), Instant.EPOCH, 0);
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

    /** The same room with other details. */
    public Room with(RoomDetails next) {
        return new Room(id, tenantId, next, status, groupIds, createdAt, version + 1);
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

        /** Another managed room of the tenant has that external id. */
        record ExternalIdTaken() implements Change {}

        record LimitReached(Limit limit) implements Change {}
    }
}
