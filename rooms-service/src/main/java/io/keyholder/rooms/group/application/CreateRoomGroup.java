package io.keyholder.rooms.group.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.group.domain.GroupChange;
import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.application.RoomEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Adds a group to a tenant, with its first rooms. Runs in the caller's transaction. */
@ApplicationScoped
public class CreateRoomGroup {
    private final RoomGroups groups;
    private final Memberships memberships;
    private final GroupEvents events;
    private final RoomEvents roomEvents;

    CreateRoomGroup(RoomGroups groups, Memberships memberships, GroupEvents events, RoomEvents roomEvents) {
        this.groups = groups;
        this.memberships = memberships;
        this.events = events;
        this.roomEvents = roomEvents;
    }

    public GroupChange create(UUID tenantId, GroupDetails details, Collection<UUID> roomIds, Provenance by) {
        groups.lockNames(tenantId);
        RoomGroup group = RoomGroup.created(Ids.next(), tenantId, details);
        if (groups.isNameTaken(group)) {
            return new GroupChange.NameTaken();
        }
        groups.add(group);
        events.created(group, roomIds, by);
        roomEvents.regrouped(memberships.add(group.id(), roomIds), by);
        return new GroupChange.Done(group);
    }
}
