package io.keyholder.rooms.group.api;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Permission;
import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.group.application.GroupFilter.Sight;
import io.keyholder.rooms.group.application.Memberships;
import io.keyholder.rooms.group.application.VisibleGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which groups the caller of the request sees, and what of them. It knows of a group that lies within its reach or holds a
 * room that it sees; to read it takes {@code room-groups:view} too.
 */
@RequestScoped
class GroupAccess {
    private final RoomAccess rooms;
    private final VisibleGroups visibleGroups;
    private final Memberships memberships;

    GroupAccess(RoomAccess rooms, VisibleGroups visibleGroups, Memberships memberships) {
        this.rooms = rooms;
        this.visibleGroups = visibleGroups;
        this.memberships = memberships;
    }

    /** One for each context in which the caller may read groups. */
    List<Sight> sights(Predicate<AccessContext> asked) {
        Map<UUID, Reach> roomReaches = rooms.everywhere(Permission.ROOMS_VIEW, asked).stream()
                .collect(Collectors.toMap(Reach::customerId, Function.identity()));
        List<Sight> sights = new ArrayList<>();
        for (Reach groups : rooms.everywhere(Permission.ROOM_GROUPS_VIEW, asked)) {
            sights.add(sight(groups, Optional.ofNullable(roomReaches.get(groups.customerId()))));
        }
        return sights;
    }

    boolean knowsOf(RoomGroup group) {
        return mayRead(group)
                || rooms.reach(Permission.ROOMS_VIEW, group.tenantId())
                        .map(reach -> isIn(group, new Sight(reach, Optional.of(reach))))
                        .orElse(false);
    }

    boolean mayRead(RoomGroup group) {
        return rooms.reach(Permission.ROOM_GROUPS_VIEW, group.tenantId())
                .map(groups -> isIn(group, sight(groups, rooms.reach(Permission.ROOMS_VIEW, group.tenantId()))))
                .orElse(false);
    }

    /** @throws ProblemException {@code forbidden} unless {@code room-groups:modify} is held over the group itself */
    void requireModify(RoomGroup group) {
        if (!rooms.reach(Permission.ROOM_GROUPS_MODIFY, group.tenantId())
                .map(reach -> reach.names(group.id()))
                .orElse(false)) {
            throw ProblemException.lacking(Permission.ROOM_GROUPS_MODIFY);
        }
    }

    RoomGroupView view(RoomGroup group) {
        return RoomGroupView.of(group, visibleMembers(group));
    }

    List<UUID> visibleMembers(RoomGroup group) {
        List<Reach> reach =
                rooms.reach(Permission.ROOMS_VIEW, group.tenantId()).stream().toList();
        return memberships.members(Set.of(group.id()), reach).getOrDefault(group.id(), List.of());
    }

    /** The members of a whole page of groups. */
    Map<UUID, List<UUID>> visibleMembers(List<RoomGroup> groups) {
        Set<UUID> customers = groups.stream().map(RoomGroup::tenantId).collect(Collectors.toUnmodifiableSet());
        return memberships.members(
                groups.stream().map(RoomGroup::id).toList(),
                rooms.everywhere(Permission.ROOMS_VIEW, context -> customers.contains(context.customerId())));
    }

    private boolean isIn(RoomGroup group, Sight sight) {
        GroupFilter filter = new GroupFilter(List.of(sight), Set.of(group.id()), Optional.empty(), false);
        return visibleGroups.count(filter) > 0;
    }

    private static Sight sight(Reach groups, Optional<Reach> rooms) {
        return new Sight(groups, rooms.map(groups::within));
    }
}
