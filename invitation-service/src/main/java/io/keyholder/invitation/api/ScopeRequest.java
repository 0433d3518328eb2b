package io.keyholder.invitation.api;

import io.keyholder.contracts.Scope;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which rooms, as the customer names them. */
@Schema(
        name = "OfferedRooms",
        description = "Over which rooms: all, or the named rooms together with the rooms of the named groups.")
public record ScopeRequest(
        @Schema(
                implementation = String.class,
                enumeration = {"ALL", "SELECTED"})
        @NotNull
        Scope.Type type,

        @Schema(description = "With SELECTED only.") @Nullable @Size(max = MOST_IDS)
        List<@NotNull UUID> roomIds,

        @Schema(description = "With SELECTED only.") @Nullable @Size(max = MOST_IDS)
        List<@NotNull UUID> roomGroupIds) {

    /** An event has to hold them all. */
    static final int MOST_IDS = 5_000;

    List<UUID> rooms() {
        return roomIds == null ? List.of() : roomIds;
    }

    List<UUID> roomGroups() {
        return roomGroupIds == null ? List.of() : roomGroupIds;
    }

    boolean namesNone() {
        return rooms().isEmpty() && roomGroups().isEmpty();
    }

    Scope asScope() {
        return new Scope(type, rooms(), roomGroups());
    }
}
