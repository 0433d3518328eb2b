package io.keyholder.rooms.room.api;

import io.keyholder.rooms.room.domain.Room;
import io.keyholder.web.change.Versioned;
import io.keyholder.web.change.Versions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room as it is answered. Whoever sees a room sees its groups: they hold a room that it can see. */
@Schema(name = "Room", description = "A meeting room.")
public record RoomView(
        UUID id,

        @Schema(description = "Whose room it is.") UUID tenantId,

        String name,
        RoomLocation location,
        @Nullable Integer capacity,

        @Schema(description = "What the tenant's own systems call it.") @Nullable
        String externalId,

        @Schema(description = "The groups it is in. Read-only: change the groups.")
        List<UUID> groupIds,

        Room.Status status,
        Instant createdAt,

        @Schema(description = Versioned.DESCRIPTION) String version)
        implements Versioned {

    static RoomView of(Room room, Versions versions) {
        RoomRequest details = RoomRequest.of(room);
        return new RoomView(
                room.id(),
                room.tenantId(),
                details.name(),
                details.location(),
                details.capacity(),
                details.externalId(),
                room.groupIds().stream().sorted().toList(),
                room.status(),
                room.createdAt(),
                versions.of(room.id(), room.version()));
    }
}
