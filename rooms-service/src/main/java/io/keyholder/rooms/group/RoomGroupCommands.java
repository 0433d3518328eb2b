package io.keyholder.rooms.group;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.RoomProblem;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import io.keyholder.rooms.group.model.GroupDetails;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.limit.TenantLimits;
import io.keyholder.rooms.reach.model.RoomPlacement;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.web.text.Names;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Creates, changes and deletes groups and moves rooms between them, in the caller's transaction. A refusal rolls it back. */
@ApplicationScoped
class RoomGroupCommands {
    private final RoomGroupStore groups;
    private final Memberships memberships;
    private final RoomGroupRecords records;
    private final Recorder recorder;
    private final TenantLimits limits;
    private final Event<GroupDeleting> ends;
    private final Clock clock;

    RoomGroupCommands(
            RoomGroupStore groups,
            Memberships memberships,
            RoomGroupRecords records,
            Recorder recorder,
            TenantLimits limits,
            Event<GroupDeleting> ends,
            Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.records = records;
        this.recorder = recorder;
        this.limits = limits;
        this.ends = ends;
        this.clock = clock;
    }

    Outcome<RoomGroup> create(UUID tenantId, GroupDetails details, Collection<UUID> roomIds, Provenance by) {
        UUID id = Ids.next();
        groups.lockNames(tenantId);
        if (groups.isNameTaken(tenantId, id, details.name())) {
            return Refused.because(RoomProblem.ROOM_GROUP_NAME_TAKEN);
        }
        Optional<Refused<RoomGroup>> refusal = limits.addGroup(tenantId)
                .map(Limit::<RoomGroup>refusal)
                .or(() -> refusal(memberships.lock(roomIds), 0));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Outcome<RoomGroup> created =
                recorder.record(RoomGroup.create(id, tenantId, details, roomIds, clock.instant()), records, by);
        memberships.move(id, roomIds, List.of(), by);
        return created;
    }

    Outcome<RoomGroup> change(
            Locked<RoomGroup> group,
            GroupDetails details,
            Collection<UUID> joining,
            Collection<UUID> leaving,
            Provenance by) {
        RoomGroup present = group.now();
        if (details.equals(present.details()) && joining.isEmpty() && leaving.isEmpty()) {
            return new Unchanged<>(present);
        }
        return isTaken(present, details.name())
                ? Refused.because(RoomProblem.ROOM_GROUP_NAME_TAKEN)
                : move(present, details, joining, leaving, by);
    }

    /** Puts a room in; where it is in already, nothing changes. */
    Outcome<RoomGroup> put(Locked<RoomGroup> group, Locked<Room> room, Provenance by) {
        if (room.now().groupIds().contains(group.now().id())) {
            return new Unchanged<>(group.now());
        }
        return move(group.now(), group.now().details(), Set.of(room.now().id()), Set.of(), by);
    }

    Outcome<RoomGroup> take(Locked<RoomGroup> group, Locked<Room> room, Provenance by) {
        return room.now().isActive()
                ? move(
                        group.now(),
                        group.now().details(),
                        Set.of(),
                        Set.of(room.now().id()),
                        by)
                : Refused.because(RoomProblem.ROOM_UNENROLLED);
    }

    /** Its rooms lose it, and so does every delegation that names it. */
    void delete(Locked<RoomGroup> group, Provenance by) {
        RoomGroup present = group.now();
        limits.removeGroup(present.tenantId());
        ends.fire(new GroupDeleting(present.id(), by));
        List<UUID> left = memberships.moveAllOut(present.id(), by);
        recorder.record(present.remove(left, clock.instant()), records, by);
    }

    private Outcome<RoomGroup> move(
            RoomGroup group, GroupDetails details, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        Set<UUID> coming = Set.copyOf(joining);
        List<RoomPlacement> locked = memberships.lock(
                Stream.concat(joining.stream(), leaving.stream()).toList());
        Optional<Refused<RoomGroup>> refusal = refusal(
                locked.stream().filter(room -> coming.contains(room.roomId())).toList(),
                memberships.size(group.id()) - leaving.size());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Memberships.Moved moved = memberships.move(group.id(), joining, leaving, by);
        return recorder.record(group.change(details, moved.left(), moved.joined(), clock.instant()), records, by);
    }

    /**
     * Why rooms cannot join a group.
     *
     * @param joining locked, and not in the group yet
     * @param size how many rooms the group has without them
     */
    private Optional<Refused<RoomGroup>> refusal(List<RoomPlacement> joining, long size) {
        if (!joining.stream().allMatch(RoomPlacement::active)) {
            return Optional.of(Refused.because(RoomProblem.ROOM_UNENROLLED));
        }
        Limit groupsPerRoom = limits.groupsPerRoom();
        if (joining.stream().anyMatch(room -> room.groupIds().size() >= groupsPerRoom.most())) {
            return Optional.of(groupsPerRoom.refusal());
        }
        Limit roomsPerGroup = limits.roomsPerGroup();
        return !joining.isEmpty() && size + joining.size() > roomsPerGroup.most()
                ? Optional.of(roomsPerGroup.refusal())
                : Optional.empty();
    }

    /** Whether another group has the name that this one is to get. */
    private boolean isTaken(RoomGroup group, String name) {
        if (Names.key(name).equals(Names.key(group.name()))) {
            return false;
        }
        groups.lockNames(group.tenantId());
        return groups.isNameTaken(group.tenantId(), group.id(), name);
    }
}
