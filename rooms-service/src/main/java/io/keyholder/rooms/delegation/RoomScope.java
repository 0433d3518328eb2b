package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Scope;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rooms of a delegation, as they are sent and answered. */
@Schema(
        name = "RoomScope",
        description =
                "ALL: every room of the customer, future ones included. SELECTED: the named rooms and those of the named"
                        + " groups; with neither it is no room at all.")
public record RoomScope(
        @NotNull Scope.Type type,

        @Schema(description = "Only with SELECTED.") @Nullable
        List<@NotNull UUID> roomIds,

        @Schema(description = "Only with SELECTED.") @Nullable
        List<@NotNull UUID> roomGroupIds) {

    static RoomScope of(Scope scope) {
        return switch (scope.type()) {
            case ALL -> new RoomScope(Scope.Type.ALL, null, null);
            case SELECTED -> new RoomScope(Scope.Type.SELECTED, scope.roomIds(), scope.roomGroupIds());
        };
    }

    /** @throws ProblemException {@code invalid-request} when ALL names something */
    Scope asScope() {
        return switch (type) {
            case ALL -> {
                requireNone("roomScope.roomIds", roomIds);
                requireNone("roomScope.roomGroupIds", roomGroupIds);
                yield Scope.all();
            }
            case SELECTED -> Scope.selected(ids(roomIds), ids(roomGroupIds));
        };
    }

    static List<UUID> ids(@Nullable List<UUID> named) {
        return named == null ? List.of() : named;
    }

    private static void requireNone(String field, @Nullable List<UUID> named) {
        if (!ids(named).isEmpty()) {
            throw ProblemException.invalid(
                    field, ViolationCode.CONTRADICTORY, "must be left out: ALL names no rooms and no groups");
        }
    }
}
