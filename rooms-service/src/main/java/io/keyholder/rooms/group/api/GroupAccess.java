package io.keyholder.rooms.group.api;

import io.keyholder.access.AccessContext;
import io.keyholder.access.Permission;
import io.keyholder.rooms.group.application.GroupFilter;
import io.keyholder.rooms.group.application.GroupFilter.Sight;
import io.keyholder.rooms.group.application.Memberships;
import io.keyholder.rooms.group.application.VisibleGroups;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.api.EvenSight;
import io.keyholder.rooms.room.api.RoomAccess;
import io.keyholder.rooms.room.domain.Reach;
import io.keyholder.web.ProblemException;
import io.keyholder.web.change.Versions;
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
    private final EvenSight evenSight;
    private final VisibleGroups visibleGroups;
    private final Memberships memberships;
    private final Versions versions;

    GroupAccess(
            RoomAccess rooms,
            EvenSight evenSight,
            VisibleGroups visibleGroups,
            Memberships memberships,
            Versions versions) {
        this.rooms = rooms;
        this.evenSight = evenSight;
        this.visibleGroups = visibleGroups;
        this.memberships = memberships;
        this.versions = versions;
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

    /** The group, if it was found and the caller knows of it. */
    Optional<RoomGroup> known(UUID id, Optional<RoomGroup> found) {
        return evenSight.of(id, found, RoomGroup::tenantId, this::knowsOf, tenant -> RoomGroup.nowhere(id, tenant));
    }

    private boolean knowsOf(RoomGroup group) {
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
        return views(List.of(group)).apply(group);
    }

    /** Shows each of these groups; what that takes is looked up once for all. */
    Function<RoomGroup, RoomGroupView> views(List<RoomGroup> groups) {
        List<Reach> reaches = roomReaches(groups);
        Map<UUID, List<UUID>> members =
                memberships.members(groups.stream().map(RoomGroup::id).toList(), reaches);
        Set<UUID> wholly = reaches.stream()
                .filter(Reach::coversEverything)
                .map(Reach::customerId)
                .collect(Collectors.toUnmodifiableSet());
        return group -> view(group, members.getOrDefault(group.id(), List.of()), wholly.contains(group.tenantId()));
    }

    /**
     * A group's members are part of it: for who does not see them all, its version moves with those that they see.
     *
     * @param whole whether all rooms of the tenant are seen
     */
    private RoomGroupView view(RoomGroup group, List<UUID> members, boolean whole) {
        String version = whole
                ? versions.of(group.id(), group.version())
                : versions.ofPart(
                        group.id(), group.name(), group.details().description().orElse(null), members);
        return RoomGroupView.of(group, members, version);
    }

    private List<Reach> roomReaches(List<RoomGroup> groups) {
        Set<UUID> customers = groups.stream().map(RoomGroup::tenantId).collect(Collectors.toUnmodifiableSet());
        return customers.size() == 1
                ? rooms.reach(Permission.ROOMS_VIEW, customers.iterator().next()).stream()
                        .toList()
                : rooms.everywhere(Permission.ROOMS_VIEW, context -> customers.contains(context.customerId()));
    }

    List<UUID> visibleMembers(RoomGroup group) {
        List<Reach> reach =
                rooms.reach(Permission.ROOMS_VIEW, group.tenantId()).stream().toList();
        return memberships.members(Set.of(group.id()), reach).getOrDefault(group.id(), List.of());
    }

    private boolean isIn(RoomGroup group, Sight sight) {
        GroupFilter filter = new GroupFilter(List.of(sight), Set.of(group.id()), Optional.empty(), false);
        return visibleGroups.count(filter) > 0;
    }

    private static Sight sight(Reach groups, Optional<Reach> rooms) {
        return new Sight(groups, rooms.map(groups::within));
    }
}
