package io.keyholder.rooms.room;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.RoomProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import io.keyholder.rooms.limit.TenantLimits;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Creates, changes and unenrolls rooms, in the caller's transaction. */
@ApplicationScoped
public class RoomCommands {
    private final RoomStore rooms;
    private final RoomRecords records;
    private final Recorder recorder;
    private final TenantLimits limits;
    private final Clock clock;

    RoomCommands(RoomStore rooms, RoomRecords records, Recorder recorder, TenantLimits limits, Clock clock) {
        this.rooms = rooms;
        this.records = records;
        this.recorder = recorder;
        this.limits = limits;
        this.clock = clock;
    }

    public Outcome<Room> create(UUID tenantId, RoomDetails details, Provenance by) {
        if (!isFree(tenantId, details.externalId())) {
            return Refused.because(RoomProblem.EXTERNAL_ID_TAKEN);
        }
        Optional<Limit> reached = limits.addRooms(tenantId, 1);
        return reached.isPresent()
                ? reached.get().refusal()
                : recorder.record(Room.create(Ids.next(), tenantId, details, clock.instant()), records, by);
    }

    /** Where a new external id is foreseen, {@link RoomStore#lockExternalIds} comes before the room's lock: so nothing deadlocks. */
    public Outcome<Room> change(Locked<Room> room, RoomDetails details, Provenance by) {
        Room present = room.now();
        return details.externalId().equals(present.details().externalId())
                        || isFree(present.tenantId(), details.externalId())
                ? recorder.record(present.change(details, clock.instant()), records, by)
                : Refused.because(RoomProblem.EXTERNAL_ID_TAKEN);
    }

    public Outcome<Room> unenroll(Locked<Room> room, Provenance by) {
        Outcome<Room> outcome = room.now().unenroll(clock.instant());
        if (outcome instanceof Changed<Room>) {
            limits.unenrollRoom(room.now().tenantId());
        }
        return recorder.record(outcome, records, by);
    }

    /**
     * Adds rooms that have been counted, and whose external ids nobody has.
     *
     * @return in the order of the details
     */
    public List<Room> addAll(UUID tenantId, List<RoomDetails> all, Provenance by) {
        Instant now = clock.instant();
        List<Changed<Room>> created = all.stream()
                .map(details -> Room.create(Ids.next(), tenantId, details, now))
                .toList();
        recorder.recordAll(created, records, by);
        return created.stream().map(Changed::after).toList();
    }

    /**
     * Gives rooms other details, whose external ids nobody else has.
     *
     * @throws IllegalArgumentException if one of them does not change
     */
    public void changeAll(List<Edit> edits, Provenance by) {
        Instant now = clock.instant();
        List<Changed<Room>> changes = edits.stream().map(edit -> edit.at(now)).toList();
        recorder.recordAll(changes, records, by);
    }

    /** Other details for a room. */
    public record Edit(Locked<Room> room, RoomDetails details) {

        private Changed<Room> at(Instant time) {
            if (room.now().change(details, time) instanceof Changed<Room> changed) {
                return changed;
            }
            throw new IllegalArgumentException(
                    "Nothing changes about room " + room.now().id());
        }
    }

    /** Whether no managed room has it; nobody else gives it until the transaction ends. */
    private boolean isFree(UUID tenantId, Optional<String> externalId) {
        externalId.ifPresent(id -> rooms.lockExternalIds(tenantId));
        return rooms.withExternalIds(tenantId, externalId.stream().toList()).isEmpty();
    }
}
