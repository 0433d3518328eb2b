package io.keyholder.rbac.grant;

import io.keyholder.access.AccessScope;
import io.keyholder.contracts.Scope;
import io.keyholder.directory.RoomDirectory;
import io.keyholder.rbac.context.model.Context;
import io.keyholder.rbac.grant.model.Ruling;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which rooms and groups somebody may name in a scope: those they can see. A group is seen when it is named in what one
 * sees, or holds a room that one sees.
 */
@ApplicationScoped
class NameableRooms {
    private final RoomDirectory rooms;

    NameableRooms(RoomDirectory rooms) {
        this.rooms = rooms;
    }

    /**
     * The first of the ids that names nothing they can see.
     *
     * @param view the rooms they can see, in a relationship yet to be cut to the delegation
     */
    Optional<Ruling> firstUnknown(Context context, AccessScope view, Scope asked) {
        if (asked.roomIds().isEmpty() && asked.roomGroupIds().isEmpty()) {
            return Optional.empty();
        }
        List<AccessScope> seen = context.isOwn() ? List.of(view) : List.of(view, delegation(context));
        Set<UUID> seenRooms = rooms(context, seen, asked);
        Set<UUID> seenGroups = groups(context, seen, asked);
        return Stream.<Ruling>concat(
                        asked.roomIds().stream()
                                .filter(id -> !seenRooms.contains(id))
                                .map(Ruling.UnknownRoom::new),
                        asked.roomGroupIds().stream()
                                .filter(id -> !seenGroups.contains(id))
                                .map(Ruling.UnknownGroup::new))
                .findFirst();
    }

    private AccessScope delegation(Context context) {
        return rooms.delegation(context.customerId(), context.id()).orElse(AccessScope.nothing());
    }

    private Set<UUID> rooms(Context context, List<AccessScope> seen, Scope asked) {
        Map<UUID, Set<UUID>> present = rooms.groupsOf(context.customerId(), asked.roomIds());
        Set<UUID> visible = new HashSet<>();
        present.forEach((room, groups) -> {
            if (seen.stream().allMatch(scope -> scope.covers(room, groups))) {
                visible.add(room);
            }
        });
        return visible;
    }

    private Set<UUID> groups(Context context, List<AccessScope> seen, Scope asked) {
        Set<UUID> visible = new HashSet<>(rooms.groupsWithARoomIn(context.customerId(), asked.roomGroupIds(), seen));
        rooms.groups(context.customerId(), asked.roomGroupIds()).stream()
                .filter(group -> seen.stream()
                        .allMatch(scope -> scope.all() || scope.roomGroupIds().contains(group)))
                .forEach(visible::add);
        return visible;
    }
}
