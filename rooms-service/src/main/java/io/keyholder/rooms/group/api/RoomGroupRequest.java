package io.keyholder.rooms.group.api;

import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a group, and may be changed. */
@Schema(name = "RoomGroupRequest", description = "What is said of a group, and may be changed.")
public record RoomGroupRequest(
        @Schema(description = "Unique within the tenant, without regard to case.", examples = "US")
        @NotNull
        @Size(max = 200)
        @Line
        String name,

        @Schema(examples = "All rooms in the United States") @Size(max = 1_000) @Nullable
        String description,

        @Schema(description = "Rooms of the own tenant. In a change: all that the caller shall see in it afterwards.")
        @Nullable
        List<@NotNull UUID> roomIds) {

    static RoomGroupRequest of(RoomGroup group, List<UUID> roomIds) {
        return new RoomGroupRequest(group.name(), group.details().description().orElse(null), roomIds);
    }

    GroupDetails asDetails() {
        return new GroupDetails(
                name.strip(),
                Optional.ofNullable(description).map(String::strip).filter(text -> !text.isEmpty()));
    }

    List<UUID> named() {
        return roomIds == null ? List.of() : roomIds;
    }

    /** Each once. */
    Set<UUID> rooms() {
        return Set.copyOf(named());
    }
}
