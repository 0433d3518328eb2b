package io.keyholder.rbac.preview;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import io.keyholder.rbac.preview.model.Preview;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change would do. */
@Schema(
        name = "AccessPreview",
        description = "What the change would do, against today. Rooms that the caller cannot see are neither named nor"
                + " counted.")
record PreviewAnswer(
        @Schema(description = "What the partner as a whole could reach. Only for delegations and invitations.")
        @Nullable
        DifferenceView delegation,

        @Schema(
                description = "The first 50 users and groups that the change concerns, each by its own assignments in"
                        + " this context alone.")
        List<PrincipalView> principals,

        @Schema(description = "How many users and groups it concerns.")
        int principalCount) {

    /** What it would do to one user or group. */
    @Schema(name = "PreviewedPrincipal", description = "What it would do to one user or group.")
    record PrincipalView(Principal.Type type, String id, DifferenceView difference) {}

    /** Permissions and rooms gained and lost. */
    @Schema(name = "PreviewedDifference", description = "Permissions and rooms gained and lost.")
    record DifferenceView(
            List<String> permissionsGained,
            List<String> permissionsLost,
            long roomsBefore,
            long roomsAfter,
            RoomsView roomsGained,
            RoomsView roomsLost) {

        static DifferenceView of(Preview.Difference difference) {
            return new DifferenceView(
                    names(difference.permissionsGained()),
                    names(difference.permissionsLost()),
                    difference.roomsBefore(),
                    difference.roomsAfter(),
                    RoomsView.of(difference.roomsGained()),
                    RoomsView.of(difference.roomsLost()));
        }

        private static List<String> names(Collection<Permission> permissions) {
            return permissions.stream().sorted().map(Permission::permissionName).toList();
        }
    }

    /** Some rooms. */
    @Schema(name = "PreviewedRooms", description = "How many rooms, and the ids of the first 50.")
    record RoomsView(long total, List<UUID> roomIds) {

        static RoomsView of(Preview.Rooms rooms) {
            return new RoomsView(rooms.count(), rooms.first());
        }
    }

    static PreviewAnswer of(Preview preview) {
        return new PreviewAnswer(
                preview.delegation().map(DifferenceView::of).orElse(null),
                preview.principals().stream()
                        .map(one -> new PrincipalView(
                                one.principal().type(), one.principal().id(), DifferenceView.of(one.difference())))
                        .toList(),
                preview.principalCount());
    }
}
