package io.keyholder.rbac.preview.model;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a proposal would change.
 *
 * @param delegation what the partner could reach; empty where the proposal leaves that alone
 * @param principals the first of those whose assignments it concerns
 * @param principalCount how many there are
 */
public record Preview(Optional<Difference> delegation, List<ForPrincipal> principals, int principalCount) {

    public Preview {
        principals = List.copyOf(principals);
    }

    /** What it would change for one user or group, by its own assignments alone. */
    public record ForPrincipal(Principal principal, Difference difference) {}

    /** Rooms are those that whoever asks can see: of others there is neither a name nor a count. */
    public record Difference(
            Set<Permission> permissionsGained,
            Set<Permission> permissionsLost,
            long roomsBefore,
            long roomsAfter,
            Rooms roomsGained,
            Rooms roomsLost) {

        public Difference {
            permissionsGained = Set.copyOf(permissionsGained);
            permissionsLost = Set.copyOf(permissionsLost);
        }
    }

    /** The first of some rooms, by id, and how many there are. */
    public record Rooms(long count, List<UUID> first) {

        public Rooms {
            first = List.copyOf(first);
        }
    }
}
