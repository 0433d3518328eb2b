package io.keyholder.rooms.group;

import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.model.Reach;
import io.keyholder.web.answer.Version;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Groups as the caller of the request sees them: with the rooms that it sees. */
@RequestScoped
class RoomGroupViews {
    private final GroupAccess access;
    private final Memberships memberships;

    RoomGroupViews(GroupAccess access, Memberships memberships) {
        this.access = access;
        this.memberships = memberships;
    }

    RoomGroupView of(RoomGroup group) {
        return of(List.of(group)).getFirst();
    }

    /** What that takes is looked up once for all. */
    List<RoomGroupView> of(List<RoomGroup> groups) {
        List<Reach> reaches = access.roomReaches(groups);
        Map<UUID, List<UUID>> members =
                memberships.members(groups.stream().map(RoomGroup::id).toList(), reaches);
        Set<UUID> wholly = reaches.stream()
                .filter(Reach::coversEverything)
                .map(Reach::customerId)
                .collect(Collectors.toUnmodifiableSet());
        return groups.stream()
                .map(group -> of(group, members.getOrDefault(group.id(), List.of()), wholly.contains(group.tenantId())))
                .toList();
    }

    /**
     * A group's members are part of it: for a caller who does not see them all, its version changes with those that it sees.
     *
     * @param whole whether all rooms of the tenant are seen
     */
    private static RoomGroupView of(RoomGroup group, List<UUID> members, boolean whole) {
        Version version = whole
                ? Version.of(group.id(), group.version())
                : Version.ofPart(
                        group.id(), group.name(), group.details().description().orElse(null), members);
        return RoomGroupView.of(group, members, whole ? group.updatedAt() : null, version);
    }
}
