package io.keyholder.rooms.group;

import io.keyholder.access.Permission;
import io.keyholder.record.Locked;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.RoomAccess;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.ProblemException;
import io.keyholder.web.change.Changes;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What requests about groups go through before they change anything: who may know, read and change. Each refusal is on record. */
@RequestScoped
class GroupRequests {
    private final RoomGroupStore groups;
    private final RoomStore rooms;
    private final GroupAccess groupAccess;
    private final RoomAccess roomAccess;
    private final JoiningRooms joiningRooms;
    private final RoomGroupRecords records;
    private final Changes changes;

    GroupRequests(
            RoomGroupStore groups,
            RoomStore rooms,
            GroupAccess groupAccess,
            RoomAccess roomAccess,
            JoiningRooms joiningRooms,
            RoomGroupRecords records,
            Changes changes) {
        this.groups = groups;
        this.rooms = rooms;
        this.groupAccess = groupAccess;
        this.roomAccess = roomAccess;
        this.joiningRooms = joiningRooms;
        this.records = records;
        this.changes = changes;
    }

    /** A group and a room of its tenant, both locked. */
    record Membership(Locked<RoomGroup> group, Locked<Room> room) {

        boolean exists() {
            return room.now().groupIds().contains(group.now().id());
        }
    }

    GroupFilter filter(RoomGroupSearch search) {
        return search.filter(roomAccess.tenant(), groupAccess);
    }

    UUID requireOverOwnTenant(Permission permission) {
        return roomAccess.ownTenant(permission).orElseThrow(() -> ProblemException.lacking(permission));
    }

    RoomGroup readable(UUID id) {
        RoomGroup group = known(id, groups.get(id));
        require(Permission.ROOM_GROUPS_VIEW, groupAccess.mayRead(group));
        return group;
    }

    /** Nobody holds up what they may not change. */
    Locked<RoomGroup> lockedToModify(UUID id) {
        requireModify(known(id, groups.get(id)));
        Locked<RoomGroup> group = lock(id);
        requireModify(group.now());
        return group;
    }

    /** The same for a room's membership in the group. */
    Membership lockedMembership(UUID id, UUID roomId) {
        RoomGroup seen = known(id, groups.get(id));
        requireVisibleIn(seen, roomId, rooms.find(roomId));
        requireModify(seen);
        Locked<RoomGroup> group = lock(id);
        Optional<Locked<Room>> room = rooms.lock(roomId);
        requireVisibleIn(group.now(), roomId, room.map(Locked::now));
        requireModify(group.now());
        return new Membership(group, room.orElseThrow());
    }

    /** @throws ProblemException {@code forbidden} */
    void requireJoinable(Membership membership) {
        require(
                Permission.ROOM_GROUPS_MODIFY,
                roomAccess.covers(
                        Permission.ROOM_GROUPS_MODIFY, membership.room().now().placement()));
        requireUnguarded(
                membership.group().now(),
                membership.exists() ? Set.of() : Set.of(membership.room().now().id()));
    }

    /**
     * @param named as the body names them
     * @param joining those that are not in the group yet
     * @throws ProblemException {@code invalid-request} naming each that is not a room which the caller sees, {@code forbidden}
     */
    void requireUsable(UUID tenantId, List<UUID> named, Set<UUID> joining) {
        JoiningRooms.Ruling ruling = joiningRooms.rule(tenantId, named, joining);
        if (!ruling.violations().isEmpty()) {
            throw ProblemException.invalid(ruling.violations());
        }
        require(Permission.ROOM_GROUPS_MODIFY, ruling.permitted());
    }

    /**
     * @param joining which are not in the group yet
     * @throws ProblemException {@code forbidden} naming {@code partners:manage}
     */
    void requireUnguarded(RoomGroup group, Set<UUID> joining) {
        require(Permission.PARTNERS_MANAGE, joiningRooms.mayWiden(group, joining));
    }

    private Locked<RoomGroup> lock(UUID id) {
        Optional<Locked<RoomGroup>> locked = groups.lock(id);
        known(id, locked.map(Locked::now));
        return locked.orElseThrow();
    }

    /** Found and known to the caller; otherwise refuses, and records it in the log of the tenant whose group it is. */
    private RoomGroup known(UUID id, Optional<RoomGroup> found) {
        found.ifPresent(group -> changes.concerns(records.subject(group)));
        return groupAccess.known(id, found).orElseThrow(ProblemException::notFound);
    }

    /** A room of the tenant whose group it is, that the caller sees. */
    private void requireVisibleIn(RoomGroup group, UUID roomId, Optional<Room> found) {
        if (roomAccess
                .visible(roomId, found, Room::placement)
                .filter(room -> room.tenantId().equals(group.tenantId()))
                .isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    private void requireModify(RoomGroup group) {
        require(Permission.ROOM_GROUPS_MODIFY, groupAccess.mayModify(group));
    }

    private static void require(Permission permission, boolean allowed) {
        if (!allowed) {
            throw ProblemException.lacking(permission);
        }
    }
}
