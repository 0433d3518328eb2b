package io.keyholder.rooms.group.api;

import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.web.change.Versioned;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as it is answered: with the rooms that the caller sees. */
@Schema(name = "RoomGroup", description = "A named collection of a tenant's rooms.")
public record RoomGroupView(
        UUID id,

        @Schema(description = "Whose group it is.") UUID tenantId,

        String name,
        @Nullable String description,

        @Schema(description = "Its managed rooms that the caller sees, by name.")
        List<UUID> roomIds,

        @Schema(description = Versioned.DESCRIPTION) String version)
        implements Versioned {

    static RoomGroupView of(RoomGroup group, List<UUID> roomIds, String version) {
        return new RoomGroupView(
                group.id(),
                group.tenantId(),
                group.name(),
                group.details().description().orElse(null),
                roomIds,
                version);
    }
}
