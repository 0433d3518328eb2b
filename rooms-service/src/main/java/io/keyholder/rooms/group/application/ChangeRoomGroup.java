package io.keyholder.rooms.group.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.application.ChangeDelegation;
import io.keyholder.rooms.group.domain.GroupChange;
import io.keyholder.rooms.group.domain.GroupDetails;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.room.domain.Room;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes and deletes groups. Each takes a group that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeRoomGroup {
    private final RoomGroups groups;
    private final MoveRooms moveRooms;
    private final ChangeDelegation changeDelegation;
    private final TenantLimits limits;
    private final GroupEvents events;

    ChangeRoomGroup(
            RoomGroups groups,
            MoveRooms moveRooms,
            ChangeDelegation changeDelegation,
            TenantLimits limits,
            GroupEvents events) {
        this.groups = groups;
        this.moveRooms = moveRooms;
        this.changeDelegation = changeDelegation;
        this.limits = limits;
        this.events = events;
    }

    public GroupChange change(
            RoomGroup group, GroupDetails details, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        RoomGroup changed = group.changedTo(details);
        groups.lockNames(group.tenantId());
        return groups.isNameTaken(changed) ? new GroupChange.NameTaken() : keep(group, changed, joining, leaving, by);
    }

    /** Puts a room in; one that is in already stays, and the group is as it was. */
    public GroupChange put(RoomGroup group, Room room, Provenance by) {
        if (room.groupIds().contains(group.id())) {
            return new GroupChange.Done(group);
        }
        return room.isActive()
                ? keep(group, group.regrouped(), Set.of(room.id()), Set.of(), by)
                : new GroupChange.RoomUnenrolled();
    }

    public GroupChange take(RoomGroup group, Room room, Provenance by) {
        return room.isActive()
                ? keep(group, group.regrouped(), Set.of(), Set.of(room.id()), by)
                : new GroupChange.RoomUnenrolled();
    }

    /** Its rooms lose it, and so does every delegation that names it. */
    public void delete(RoomGroup group, Provenance by) {
        limits.removeGroup(group.tenantId());
        changeDelegation.forgetGroup(group.id(), by);
        List<UUID> left = moveRooms.moveOut(group.id(), by);
        groups.remove(group);
        events.deleted(group.regrouped(), left, by);
    }

    private GroupChange keep(
            RoomGroup group, RoomGroup changed, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        groups.update(changed);
        MoveRooms.Moved moved = moveRooms.move(changed.id(), joining, leaving, by);
        events.changed(group, changed, moved.joined(), moved.left(), by);
        return moved.reached()
                .<GroupChange>map(GroupChange.LimitReached::new)
                .orElseGet(() -> new GroupChange.Done(changed));
    }
}
