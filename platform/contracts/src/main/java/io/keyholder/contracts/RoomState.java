package io.keyholder.contracts;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others need of a room to decide: that it exists, whose it is and in which groups. Its name, location and the rest
 * stay with rooms-service, where the customer's data resides.
 *
 * @param id the key of the event
 * @param tenantId whose room it is
 * @param groupIds the groups it is in. Absent: none. Membership travels with the room, not with the group, so that adding one
 *     room to a group of a hundred thousand costs one small event
 * @param status UNENROLLED is the last state
 */
public record RoomState(UUID id, UUID tenantId, List<UUID> groupIds, Status status) implements AggregateState {

    public enum Status {
        ACTIVE,
        UNENROLLED
    }

    public RoomState(UUID id, UUID tenantId, @Nullable List<UUID> groupIds, Status status) {
        this.id = Objects.requireNonNull(id, "id");
        this.tenantId = Objects.requireNonNull(tenantId, "tenantId");
        this.groupIds = groupIds == null ? List.of() : List.copyOf(groupIds);
        this.status = Objects.requireNonNull(status, "status");
    }

    @Override
    public AggregateState ended() {
        return new RoomState(id, tenantId, List.of(), Status.UNENROLLED);
    }

    @Override
    public boolean isEnded() {
        return status == Status.UNENROLLED;
    }
}
