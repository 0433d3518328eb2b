package io.keyholder.rooms.group;

import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.web.answer.Version;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as it is answered: with the rooms that the caller sees. */
@Schema(name = "RoomGroup", description = "A named collection of a tenant's rooms.")
public record RoomGroupView(
        UUID id,

        @Expandable(as = "customer", kind = TenantNames.TENANT) @Schema(description = "Whose group it is.")
        UUID tenantId,

        String name,
        @Nullable String description,

        @Schema(description = "Its managed rooms that the caller sees, by name.")
        List<UUID> roomIds,

        Instant createdAt,

        @Schema(description = "When it last changed, its rooms included. Absent for a caller who cannot see them all.")
        @Nullable
        Instant updatedAt,

        Version version)
        implements Versioned {

    static RoomGroupView of(RoomGroup group, List<UUID> roomIds, @Nullable Instant updatedAt, Version version) {
        return new RoomGroupView(
                group.id(),
                group.tenantId(),
                group.name(),
                group.details().description().orElse(null),
                roomIds,
                group.createdAt(),
                updatedAt,
                version);
    }
}
