package io.keyholder.rooms.transfer;

import io.keyholder.outbox.Provenance;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.rooms.limit.TenantLimits;
import io.keyholder.rooms.room.RoomCommands;
import io.keyholder.rooms.room.RoomStore;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.transfer.model.ImportMode;
import io.keyholder.rooms.transfer.model.ImportPlan;
import io.keyholder.rooms.transfer.model.ImportPlan.Step;
import io.keyholder.rooms.transfer.model.ImportedRoom;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds and changes thousands of rooms at once. Runs in the caller's transaction: all or none. */
@ApplicationScoped
class ImportRooms {
    private final RoomStore rooms;
    private final RoomCommands commands;
    private final TenantLimits limits;

    ImportRooms(RoomStore rooms, RoomCommands commands, TenantLimits limits) {
        this.rooms = rooms;
        this.commands = commands;
        this.limits = limits;
    }

    /** A plan, and the rooms that it is about, locked. */
    record Locking(ImportPlan plan, Map<UUID, Locked<Room>> rooms) {}

    /** What the import would do right now. Nothing is locked: later it may be something else. */
    ImportPlan preview(UUID tenantId, ImportMode mode, List<ImportedRoom> lines) {
        return ImportPlan.of(lines, managed(tenantId, rooms.findAll(meant(tenantId, lines))), mode);
    }

    /** The limit that the import would reach. */
    Optional<Limit> limitReachedBy(UUID tenantId, ImportPlan plan) {
        return limits.wouldAddRooms(tenantId, plan.toCreate().size());
    }

    /** What the import does once it is carried out: until the transaction ends nobody else changes those rooms. */
    Locking plan(UUID tenantId, ImportMode mode, List<ImportedRoom> lines) {
        rooms.lockExternalIds(tenantId);
        Map<UUID, Locked<Room>> locked = rooms.lockAll(tenantId, meant(tenantId, lines)).stream()
                .collect(Collectors.toMap(room -> room.now().id(), Function.identity()));
        List<Room> present = locked.values().stream().map(Locked::now).toList();
        return new Locking(ImportPlan.of(lines, managed(tenantId, present), mode), locked);
    }

    /** Counts what the plan adds. */
    Optional<Limit> count(UUID tenantId, ImportPlan plan) {
        return limits.addRooms(tenantId, plan.toCreate().size());
    }

    /**
     * Carries out a plan without a bad line, which has been counted.
     *
     * @return the room of each line
     */
    List<UUID> carryOut(UUID tenantId, Locking locking, Provenance by) {
        ImportPlan plan = locking.plan();
        commands.changeAll(
                plan.toChange().stream()
                        .map(change -> new RoomCommands.Edit(locked(locking, change.present()), change.next()))
                        .toList(),
                by);
        Iterator<Room> created = commands.addAll(tenantId, plan.toCreate(), by).iterator();
        return plan.steps().stream()
                .map(step -> switch (step) {
                    case Step.Create create -> created.next().id();
                    case Step.Change change -> change.present().id();
                    case Step.Keep keep -> keep.present().id();
                })
                .toList();
    }

    private static Locked<Room> locked(Locking locking, Room room) {
        return Optional.ofNullable(locking.rooms().get(room.id())).orElseThrow();
    }

    private Set<UUID> meant(UUID tenantId, List<ImportedRoom> lines) {
        Set<UUID> ids =
                lines.stream().flatMap(line -> line.id().stream()).collect(Collectors.toCollection(HashSet::new));
        Set<String> externalIds = lines.stream()
                .flatMap(line -> line.details().externalId().stream())
                .collect(Collectors.toSet());
        rooms.withExternalIds(tenantId, externalIds).forEach(room -> ids.add(room.id()));
        return ids;
    }

    private static List<Room> managed(UUID tenantId, Collection<Room> found) {
        return found.stream()
                .filter(room -> room.tenantId().equals(tenantId) && room.isActive())
                .toList();
    }
}
