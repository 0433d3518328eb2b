package io.keyholder.rooms.group.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.group.domain.GroupChange;
import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.limit.domain.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds a group to a tenant, with its first rooms. Runs in the caller's transaction. */
@ApplicationScoped
public class CreateRoomGroup {
    private final RoomGroups groups;
    private final MoveRooms moveRooms;
    private final TenantLimits limits;
    private final GroupEvents events;

    CreateRoomGroup(RoomGroups groups, MoveRooms moveRooms, TenantLimits limits, GroupEvents events) {
        this.groups = groups;
        this.moveRooms = moveRooms;
        this.limits = limits;
        this.events = events;
    }

    public GroupChange create(UUID tenantId, GroupDetails details, Collection<UUID> roomIds, Provenance by) {
        groups.lockNames(tenantId);
        RoomGroup group = RoomGroup.created(Ids.next(), tenantId, details);
        if (groups.isNameTaken(group)) {
            return new GroupChange.NameTaken();
        }
        Optional<Limit> reached = limits.addGroup(tenantId);
        if (reached.isPresent()) {
            return new GroupChange.LimitReached(reached.get());
        }
        groups.add(group);
        events.created(group, roomIds, by);
        return moveRooms
                .move(group.id(), roomIds, List.of(), by)
                .reached()
                .<GroupChange>map(GroupChange.LimitReached::new)
                .orElseGet(() -> new GroupChange.Done(group));
    }
}
