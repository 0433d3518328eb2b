package io.keyholder.rooms.group;

import io.keyholder.rooms.group.model.GroupDetails;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.web.text.HumanName;
import io.keyholder.web.text.HumanText;
import io.keyholder.web.text.Names;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a group, and may be changed. */
@Schema(name = "RoomGroupRequest", description = "What is said of a group, and may be changed.")
public record RoomGroupRequest(
        @Schema(description = "Unique within the tenant, without regard to case.", maxLength = 200, examples = "US")
        @NotNull
        @HumanName(max = 200)
        String name,

        @Schema(maxLength = 1_000, examples = "All rooms in the United States") @HumanText(max = 1_000) @Nullable
        String description,

        @Schema(
                description =
                        "Rooms of the group's tenant. On PATCH: the complete list you want to see; rooms hidden from you stay.")
        @Nullable
        List<@NotNull UUID> roomIds) {

    static RoomGroupRequest of(RoomGroup group, List<UUID> roomIds) {
        return new RoomGroupRequest(group.name(), group.details().description().orElse(null), roomIds);
    }

    GroupDetails asDetails() {
        return new GroupDetails(
                Names.normal(name),
                Optional.ofNullable(description).map(Names::normal).filter(text -> !text.isEmpty()));
    }

    List<UUID> named() {
        return roomIds == null ? List.of() : roomIds;
    }

    /** Each once. */
    Set<UUID> rooms() {
        return Set.copyOf(named());
    }
}
