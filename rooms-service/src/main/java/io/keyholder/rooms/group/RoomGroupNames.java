package io.keyholder.rooms.group;

import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.web.list.NamedOrder;
import io.keyholder.web.shape.NameLookup;
import io.keyholder.web.shape.Reference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names of the room groups that the caller may read. */
@Singleton
class RoomGroupNames implements NameLookup {
    private final GroupAccess access;
    private final RoomGroupStore groups;

    RoomGroupNames(GroupAccess access, RoomGroupStore groups) {
        this.access = access;
        this.groups = groups;
    }

    @Override
    public String kind() {
        return "room group";
    }

    @Override
    public Map<UUID, Reference> find(Set<UUID> ids) {
        // Of these tenants alone: one's own go on while nothing can be decided for partners.
        Set<UUID> tenants = groups.among(ids).stream().map(RoomGroup::tenantId).collect(Collectors.toSet());
        if (tenants.isEmpty()) {
            return Map.of();
        }
        GroupFilter visible = new GroupFilter(
                access.sights(context -> tenants.contains(context.customerId())),
                ids,
                Optional.empty(),
                Optional.empty(),
                NamedOrder.NAMES);
        return groups.search(visible).page(List.of(), ids.size()).stream()
                .collect(Collectors.toMap(RoomGroup::id, group -> new Reference(group.id(), group.name())));
    }
}
