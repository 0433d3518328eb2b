package io.keyholder.rooms.room;

import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room as it is answered. Whoever sees a room sees its groups. */
@Schema(name = "Room", description = "A meeting room.")
public record RoomView(
        UUID id,

        @Expandable(as = "customer", kind = TenantNames.TENANT) @Schema(description = "Whose room it is.")
        UUID tenantId,

        String name,
        RoomLocation location,
        @Nullable Integer capacity,

        @Schema(description = "Its time zone, by its IANA id.") @Nullable
        String timeZone,

        @Schema(description = "What the tenant's own systems call it.") @Nullable
        String externalId,

        @Schema(description = "The groups it is in. Read-only: change the groups.")
        @Expandable(as = "groups", kind = "room group")
        List<UUID> groupIds,

        Room.Status status,
        Instant createdAt,

        @Schema(description = "When it last changed, its groups included.")
        Instant updatedAt,

        Version version)
        implements Versioned {

    static RoomView of(Room room) {
        RoomRequest details = RoomRequest.of(room);
        return new RoomView(
                room.id(),
                room.tenantId(),
                details.name(),
                details.location(),
                details.capacity(),
                details.timeZone(),
                details.externalId(),
                room.groupIds().stream().sorted().toList(),
                room.status(),
                room.createdAt(),
                room.updatedAt(),
                Version.of(room.id(), room.version()));
    }
}
