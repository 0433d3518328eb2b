package io.keyholder.rooms.group;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.RoomProblem;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
import io.keyholder.rooms.group.model.GroupDetails;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.limit.Limit;
import io.keyholder.rooms.limit.TenantLimits;
import io.keyholder.rooms.room.model.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates, changes and deletes groups and moves rooms between them, in the caller's transaction. A refusal rolls it back. */
@ApplicationScoped
class RoomGroupCommands {
    private final RoomGroupStore groups;
    private final Memberships memberships;
    private final RoomGroupRecords records;
    private final Recorder recorder;
    private final TenantLimits limits;
    private final Event<GroupEnds> ends;
    private final Clock clock;

    RoomGroupCommands(
            RoomGroupStore groups,
            Memberships memberships,
            RoomGroupRecords records,
            Recorder recorder,
            TenantLimits limits,
            Event<GroupEnds> ends,
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
        Optional<Limit> reached = limits.addGroup(tenantId);
        if (reached.isPresent()) {
            return reached.get().refusal();
        }
        Outcome<RoomGroup> created =
                recorder.record(RoomGroup.create(id, tenantId, details, roomIds, clock.instant()), records, by);
        return within(limits, memberships.move(id, roomIds, List.of(), by), created);
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
        groups.lockNames(present.tenantId());
        return groups.isNameTaken(present.tenantId(), present.id(), details.name())
                ? Refused.because(RoomProblem.ROOM_GROUP_NAME_TAKEN)
                : move(present, details, joining, leaving, by);
    }

    /** Puts a room in; where it is in already, nothing changes. */
    Outcome<RoomGroup> put(Locked<RoomGroup> group, Locked<Room> room, Provenance by) {
        if (room.now().groupIds().contains(group.now().id())) {
            return new Unchanged<>(group.now());
        }
        return room.now().isActive()
                ? move(group.now(), group.now().details(), Set.of(room.now().id()), Set.of(), by)
                : Refused.because(RoomProblem.ROOM_UNENROLLED);
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
        ends.fire(new GroupEnds(present.id(), by));
        List<UUID> left = memberships.moveAllOut(present.id(), by);
        recorder.record(present.remove(left, clock.instant()), records, by);
    }

    private Outcome<RoomGroup> move(
            RoomGroup group, GroupDetails details, Collection<UUID> joining, Collection<UUID> leaving, Provenance by) {
        Memberships.Moved moved = memberships.move(group.id(), joining, leaving, by);
        Outcome<RoomGroup> changed =
                recorder.record(group.change(details, moved.left(), moved.joinedIds(), clock.instant()), records, by);
        return within(limits, moved, changed);
    }

    private static Outcome<RoomGroup> within(TenantLimits limits, Memberships.Moved moved, Outcome<RoomGroup> done) {
        Limit ofARoom = limits.groupsOfARoom();
        if (moved.joined().stream().anyMatch(room -> room.groupIds().size() > ofARoom.most())) {
            return ofARoom.refusal();
        }
        return !moved.joined().isEmpty()
                        && moved.size() > limits.roomsInAGroup().most()
                ? limits.roomsInAGroup().refusal()
                : done;
    }
}
