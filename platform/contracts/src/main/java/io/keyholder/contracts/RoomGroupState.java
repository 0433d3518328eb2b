package io.keyholder.contracts;

import java.util.Objects;
import java.util.UUID;

/**
 * That a room group exists and whose it is. Which rooms are in it, the rooms say.
 *
 * @param id the key of the event
 * @param tenantId whose group it is
 * @param status DELETED is the last state
 */
public record RoomGroupState(UUID id, UUID tenantId, Status status) implements AggregateState {

    public enum Status {
        ACTIVE,
        DELETED
    }

    public RoomGroupState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(status, "status");
    }

    @Override
    public AggregateState ended() {
        return new RoomGroupState(id, tenantId, Status.DELETED);
    }

    @Override
    public boolean isEnded() {
        return status == Status.DELETED;
    }
}
