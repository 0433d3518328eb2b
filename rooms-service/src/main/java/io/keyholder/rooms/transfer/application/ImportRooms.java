package io.keyholder.rooms.transfer.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.limit.application.TenantLimits;
import io.keyholder.rooms.limit.domain.Limit;
import io.keyholder.rooms.room.application.ChangeRoom;
import io.keyholder.rooms.room.application.CreateRooms;
import io.keyholder.rooms.room.application.Rooms;
import io.keyholder.rooms.room.domain.Room;
import io.keyholder.rooms.transfer.domain.ImportMode;
import io.keyholder.rooms.transfer.domain.ImportPlan;
import io.keyholder.rooms.transfer.domain.ImportPlan.Step;
import io.keyholder.rooms.transfer.domain.ImportedRoom;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds and changes thousands of rooms at once. Runs in the caller's transaction: all or none. */
@ApplicationScoped
public class ImportRooms {
    private final Rooms rooms;
    private final CreateRooms createRooms;
    private final ChangeRoom changeRoom;
    private final TenantLimits limits;

    ImportRooms(Rooms rooms, CreateRooms createRooms, ChangeRoom changeRoom, TenantLimits limits) {
        this.rooms = rooms;
        this.createRooms = createRooms;
        this.changeRoom = changeRoom;
        this.limits = limits;
    }

    /** What the import would do at present. Nothing is held: by then it may be another. */
    public ImportPlan preview(UUID tenantId, ImportMode mode, List<ImportedRoom> lines) {
        return ImportPlan.of(lines, managed(tenantId, rooms.findAll(meant(tenantId, lines))), mode);
    }

    /** The limit that the import would reach. */
    public Optional<Limit> limitReachedBy(UUID tenantId, ImportPlan plan) {
        return limits.wouldAddRooms(tenantId, plan.toCreate().size());
    }

    /** What the import does, once it is carried out: until the transaction ends nobody else changes those rooms. */
    public ImportPlan plan(UUID tenantId, ImportMode mode, List<ImportedRoom> lines) {
        rooms.lockExternalIds(tenantId);
        return ImportPlan.of(lines, managed(tenantId, rooms.lockAll(tenantId, meant(tenantId, lines))), mode);
    }

    /** Counts what the plan adds. */
    public Optional<Limit> count(UUID tenantId, ImportPlan plan) {
        return limits.addRooms(tenantId, plan.toCreate().size());
    }

    /**
     * Carries out a plan without a bad line, which has been counted.
     *
     * @return the room of each line
     */
    public List<UUID> carryOut(UUID tenantId, ImportPlan plan, Provenance by) {
        Map<Room, Room> changed = new LinkedHashMap<>();
        plan.toChange()
                .forEach(
                        change -> changed.put(change.present(), change.present().with(change.next())));
        changeRoom.changed(changed, by);
        Iterator<Room> created = createRooms.add(tenantId, plan.toCreate(), by).iterator();
        return plan.steps().stream()
                .map(step -> switch (step) {
                    case Step.Create create -> created.next().id();
                    case Step.Change change -> change.present().id();
                    case Step.Keep keep -> keep.present().id();
                })
                .toList();
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

    private static List<Room> managed(UUID tenantId, List<Room> found) {
        return found.stream()
                .filter(room -> room.tenantId().equals(tenantId) && room.isActive())
                .toList();
    }
}
