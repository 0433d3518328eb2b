package io.keyholder.rooms.group;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Permission;
import io.keyholder.rooms.group.GroupFilter.Sight;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.reach.UniformLookup;
import io.keyholder.rooms.reach.model.Reach;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which groups the caller of the request sees. It knows of a group that lies within its reach or holds a room that it sees; to read the
 * group takes {@code room-groups:view} too.
 */
@RequestScoped
class GroupAccess {
    private final RoomAccess rooms;
    private final UniformLookup lookup;
    private final RoomGroupStore groups;

    GroupAccess(RoomAccess rooms, UniformLookup lookup, RoomGroupStore groups) {
        this.rooms = rooms;
        this.lookup = lookup;
        this.groups = groups;
    }

    /** One for each context in which the caller may read groups. */
    List<Sight> sights(Predicate<AccessContext> asked) {
        Map<UUID, Reach> roomReaches = rooms.everywhere(Permission.ROOMS_VIEW, asked).stream()
                .collect(Collectors.toMap(Reach::customerId, Function.identity()));
        return rooms.everywhere(Permission.ROOM_GROUPS_VIEW, asked).stream()
                .map(reach -> sight(reach, Optional.ofNullable(roomReaches.get(reach.customerId()))))
                .toList();
    }

    /** The group, if it was found and the caller knows of it. */
    Optional<RoomGroup> known(UUID id, Optional<RoomGroup> found) {
        return lookup.of(id, found, RoomGroup::tenantId, this::knowsOf, tenant -> RoomGroup.nonexistent(id, tenant));
    }

    boolean mayRead(RoomGroup group) {
        return rooms.reach(Permission.ROOM_GROUPS_VIEW, group.tenantId())
                .map(reach -> isIn(group, sight(reach, rooms.reach(Permission.ROOMS_VIEW, group.tenantId()))))
                .orElse(false);
    }

    /** Whether {@code room-groups:modify} is held over the group itself. */
    boolean mayModify(RoomGroup group) {
        return rooms.reach(Permission.ROOM_GROUPS_MODIFY, group.tenantId())
                .map(reach -> reach.names(group.id()))
                .orElse(false);
    }

    /** How far the caller sees rooms of each of these groups' tenants. */
    List<Reach> roomReaches(List<RoomGroup> shown) {
        Set<UUID> customers = shown.stream().map(RoomGroup::tenantId).collect(Collectors.toUnmodifiableSet());
        return customers.size() == 1
                ? rooms.reach(Permission.ROOMS_VIEW, customers.iterator().next()).stream()
                        .toList()
                : rooms.everywhere(Permission.ROOMS_VIEW, context -> customers.contains(context.customerId()));
    }

    private boolean knowsOf(RoomGroup group) {
        return mayRead(group)
                || rooms.reach(Permission.ROOMS_VIEW, group.tenantId())
                        .map(reach -> isIn(group, Sight.by(reach)))
                        .orElse(false);
    }

    private boolean isIn(RoomGroup group, Sight sight) {
        return groups.search(GroupFilter.of(sight, Set.of(group.id()))).count() > 0;
    }

    private static Sight sight(Reach groups, Optional<Reach> rooms) {
        return new Sight(
                groups,
                rooms.map(groups::within),
                rooms.filter(Reach::coversEverything).isPresent());
    }
}
