package io.keyholder.rooms.group.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.application.ChangeDelegation;
import io.keyholder.rooms.group.domain.GroupChange;
import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.room.application.RoomEvents;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.room.domain.RoomPlacement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Changes and deletes groups. Each takes a group that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRoomGroup {
    private final RoomGroups groups;
    private final Memberships memberships;
    private final ChangeDelegation changeDelegation;
    private final GroupEvents events;
    private final RoomEvents roomEvents;

    ChangeRoomGroup(
            RoomGroups groups,
            Memberships memberships,
            ChangeDelegation changeDelegation,
            GroupEvents events,
            RoomEvents roomEvents) {
        this.groups = groups;
        this.memberships = memberships;
        this.changeDelegation = changeDelegation;
        this.events = events;
        this.roomEvents = roomEvents;
    }

    public GroupChange change(
            RoomGroup group, GroupDetails details, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        RoomGroup changed = group.changedTo(details);
        groups.lockNames(group.tenantId());
        if (groups.isNameTaken(changed)) {
            return new GroupChange.NameTaken();
        }
        return keep(group, changed, memberships.add(group.id(), joining), memberships.remove(group.id(), leaving), by);
    }

    /** Puts a room in; one that is in already stays, and the group is as it was. */
    public GroupChange put(RoomGroup group, Room room, Provenance by) {
        if (room.groupIds().contains(group.id())) {
            return new GroupChange.Done(group);
        }
        return room.isActive()
                ? keep(group, group.regrouped(), memberships.add(group.id(), Set.of(room.id())), List.of(), by)
                : new GroupChange.RoomUnenrolled();
    }

    public GroupChange take(RoomGroup group, Room room, Provenance by) {
        return room.isActive()
                ? keep(group, group.regrouped(), List.of(), memberships.remove(group.id(), Set.of(room.id())), by)
                : new GroupChange.RoomUnenrolled();
    }

    /** Its rooms lose it, and so does every delegation that names it. */
    public void delete(RoomGroup group, Provenance by) {
        changeDelegation.forgetGroup(group.id(), by);
        List<RoomPlacement> left = memberships.removeAll(group.id());
        roomEvents.regrouped(left, by);
        groups.remove(group);
        events.deleted(group.regrouped(), ids(left), by);
    }

    private GroupChange keep(
            RoomGroup group, RoomGroup changed, List<RoomPlacement> joined, List<RoomPlacement> left, Provenance by) {
        groups.update(changed);
        events.changed(group, changed, ids(joined), ids(left), by);
        roomEvents.regrouped(Stream.concat(joined.stream(), left.stream()).toList(), by);
        return new GroupChange.Done(changed);
    }

    private static List<UUID> ids(List<RoomPlacement> rooms) {
        return rooms.stream().map(RoomPlacement::roomId).toList();
    }
}
