package io.keyholder.rooms.delegation.api;

import io.keyholder.access.AccessScope;
import io.keyholder.access.Permission;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.delegation.domain.Delegation;
import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.group.application.GroupFilter.Sight;
import io.keyholder.rooms.group.application.VisibleGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.rooms.room.domain.Room;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a partner's user sees of a delegation: of what it names, the rooms and groups within the user's own reach. */
@RequestScoped
class SeenScope {
    private final RoomAccess roomAccess;
    private final Rooms rooms;
    private final VisibleGroups visibleGroups;

    SeenScope(RoomAccess roomAccess, Rooms rooms, VisibleGroups visibleGroups) {
        this.roomAccess = roomAccess;
        this.rooms = rooms;
        this.visibleGroups = visibleGroups;
    }

    /** ALL, if the delegation is that and so is the user's reach; where it is not, what the user was given of all. */
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
                        .filter(reach::covers)
                        .map(Room::id)
                        .collect(Collectors.toUnmodifiableSet());
        return named.stream().filter(seen::contains).toList();
    }

    private List<UUID> seenGroups(Reach reach, Collection<UUID> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        Sight sight = new Sight(reach, Optional.of(reach));
        GroupFilter filter = new GroupFilter(List.of(sight), Set.copyOf(named), Optional.empty(), false);
        Set<UUID> seen = visibleGroups.list(filter, List.of(), named.size()).stream()
                .map(RoomGroup::id)
                .collect(Collectors.toUnmodifiableSet());
        return named.stream().filter(seen::contains).toList();
    }
}
