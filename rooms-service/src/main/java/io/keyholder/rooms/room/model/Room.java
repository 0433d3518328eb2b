package io.keyholder.rooms.room.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.problems.RoomProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import io.keyholder.rooms.reach.model.RoomPlacement;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A meeting room of a tenant.
 *
 * @param groupIds the groups it is in, which change with the groups
 */
public record Room(
        UUID id,
        UUID tenantId,
        RoomDetails details,
        Status status,
        Set<UUID> groupIds,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Aggregate {

    /** Whether it is managed here. An unenrolled room never comes back: its device is enrolled again as another room. */
    public enum Status {
        ACTIVE,
        UNENROLLED
    }

    public Room {
        groupIds = Set.copyOf(groupIds);
    }

    /** A new one, in no group yet. */
    public static Changed<Room> create(UUID id, UUID tenantId, RoomDetails details, Instant at) {
        return Changed.created(
                new Room(id, tenantId, details, Status.ACTIVE, Set.of(), at, at, 1), EventType.ROOM_CREATED);
    }

    public Outcome<Room> change(RoomDetails next, Instant at) {
        if (!isActive()) {
            return Refused.because(RoomProblem.ROOM_UNENROLLED);
        }
        return next.equals(details)
                ? new Unchanged<>(this)
                : Changed.updated(this, next(next, Status.ACTIVE, at), EventType.ROOM_CHANGED);
    }

    /** It keeps its groups, so that its own tenant can still see where it belonged. */
    public Outcome<Room> unenroll(Instant at) {
        return isActive()
                ? Changed.ended(this, next(details, Status.UNENROLLED, at), EventType.ROOM_UNENROLLED)
                : Refused.because(RoomProblem.ROOM_UNENROLLED);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public String name() {
        return details.name();
    }

    public RoomPlacement placement() {
        return new RoomPlacement(id, tenantId, groupIds, isActive(), version);
    }

    private Room next(RoomDetails nextDetails, Status nextStatus, Instant at) {
        return new Room(id, tenantId, nextDetails, nextStatus, groupIds, createdAt, at, version + 1);
    }
}
