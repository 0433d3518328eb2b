package io.keyholder.rooms.delegation;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.delegation.model.Delegation;
import io.keyholder.rooms.group.GroupFilter;
import io.keyholder.rooms.group.GroupFilter.Sight;
import io.keyholder.rooms.group.RoomGroupStore;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.rooms.room.model.Room;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a partner's user sees of a delegation: of what it names, the rooms and groups within the user's own reach. */
@RequestScoped
class SeenScope {
    private final RoomAccess roomAccess;
    private final RoomStore rooms;
    private final RoomGroupStore groups;

    SeenScope(RoomAccess roomAccess, RoomStore rooms, RoomGroupStore groups) {
        this.roomAccess = roomAccess;
        this.rooms = rooms;
        this.groups = groups;
    }

    /** ALL, if the delegation is that and so is the user's reach; if only the delegation is, what the user was given of it. */
    Scope of(Delegation delegation) {
        return roomAccess
                .reach(Permission.ROOMS_VIEW, delegation.customerId())
                .map(reach -> within(reach, delegation.roomScope()))
                .orElseGet(() -> Scope.selected(List.of(), List.of()));
    }

    private Scope within(Reach reach, Scope scope) {
        if (!scope.coversAll()) {
            return Scope.selected(seenRooms(reach, scope.roomIds()), seenGroups(reach, scope.roomGroupIds()));
        }
        if (reach.coversEverything()) {
            return scope;
        }
        Set<UUID> roomIds = new HashSet<>();
        Set<UUID> groupIds = new HashSet<>();
        for (AccessScope limit : reach.limits()) {
            roomIds.addAll(limit.roomIds());
            groupIds.addAll(limit.roomGroupIds());
        }
        return Scope.selected(seenRooms(reach, roomIds), seenGroups(reach, groupIds));
    }

    private List<UUID> seenRooms(Reach reach, Collection<UUID> named) {
        Set<UUID> seen = named.isEmpty()
                ? Set.of()
                : rooms.findAll(named).stream()
                        .filter(room -> reach.covers(room.placement()))
                        .map(Room::id)
                        .collect(Collectors.toUnmodifiableSet());
        return named.stream().filter(seen::contains).toList();
    }

    private List<UUID> seenGroups(Reach reach, Collection<UUID> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        GroupFilter filter = GroupFilter.of(Sight.by(reach), Set.copyOf(named));
        Set<UUID> seen = groups.search(filter).page(List.of(), named.size()).stream()
                .map(RoomGroup::id)
                .collect(Collectors.toUnmodifiableSet());
        return named.stream().filter(seen::contains).toList();
    }
}
