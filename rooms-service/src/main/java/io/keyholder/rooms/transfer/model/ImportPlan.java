package io.keyholder.rooms.transfer.model;

import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.model.Room;
import io.keyholder.rooms.room.model.RoomDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an import does, line by line. An external id says which room a line means; where nobody has it, the id does, so that
 * a room gets its external id by an import too.
 *
 * @param steps one a good line, in their order
 */
public record ImportPlan(List<Step> steps, List<BadLine> bad) {
    private static final String UPSERT_CHANGES_IT = ": `mode=UPSERT` changes it";

    /** What is done for a line. */
    public sealed interface Step {
        record Create(RoomDetails details) implements Step {}

        record Change(Room present, RoomDetails next) implements Step {}

        /** It is already as the line has it. */
        record Keep(Room present) implements Step {}
    }

    /** @param existing the tenant's managed rooms that the lines may mean */
    public static ImportPlan of(List<ImportedRoom> lines, List<Room> existing, ImportMode mode) {
        return new Planning(existing, mode).plan(lines);
    }

    public List<RoomDetails> toCreate() {
        return steps.stream()
                .filter(Step.Create.class::isInstance)
                .map(step -> ((Step.Create) step).details())
                .toList();
    }

    public List<Step.Change> toChange() {
        return steps.stream()
                .filter(Step.Change.class::isInstance)
                .map(Step.Change.class::cast)
                .toList();
    }

    private static final class Planning {
        private final Map<UUID, Room> byId;
        private final Map<String, Room> byExternalId = new HashMap<>();
        private final Map<String, Integer> linesOfExternalIds = new HashMap<>();
        private final Map<UUID, Integer> linesOfRooms = new HashMap<>();
        private final ImportMode mode;
        private final List<Step> steps = new ArrayList<>();
        private final List<BadLine> bad = new ArrayList<>();

        Planning(List<Room> existing, ImportMode mode) {
            this.mode = mode;
            this.byId = existing.stream().collect(Collectors.toMap(Room::id, Function.identity()));
            existing.forEach(
                    room -> room.details().externalId().ifPresent(externalId -> byExternalId.put(externalId, room)));
        }

        ImportPlan plan(List<ImportedRoom> lines) {
            for (ImportedRoom line : lines) {
                Optional<Integer> before = line.details()
                        .externalId()
                        .flatMap(id -> Optional.ofNullable(linesOfExternalIds.putIfAbsent(id, line.line())));
                if (before.isPresent()) {
                    refuse(line, ViolationCode.DUPLICATE, "externalId: already used in line " + before.get());
                } else if (mode == ImportMode.CREATE) {
                    create(line);
                } else {
                    upsert(line);
                }
            }
            return new ImportPlan(List.copyOf(steps), List.copyOf(bad));
        }

        private void create(ImportedRoom line) {
            if (line.id().filter(byId::containsKey).isPresent()) {
                refuse(line, ViolationCode.DUPLICATE, "id: is that of a room that exists" + UPSERT_CHANGES_IT);
            } else if (named(line).isPresent()) {
                refuse(line, ViolationCode.DUPLICATE, "externalId: a room has it" + UPSERT_CHANGES_IT);
            } else {
                steps.add(new Step.Create(line.details()));
            }
        }

        private void upsert(ImportedRoom line) {
            Optional<Room> named = named(line);
            Optional<Room> meant = line.id().map(byId::get);
            if (named.isPresent() && meant.isPresent() && !named.equals(meant)) {
                refuse(line, ViolationCode.CONTRADICTORY, "externalId: belongs to a different room than `id`");
            } else if (named.or(() -> meant).isPresent()) {
                change(line, named.or(() -> meant).get());
            } else if (line.id().isPresent() && line.details().externalId().isEmpty()) {
                refuse(line, ViolationCode.NOT_FOUND, "id: is not one of your rooms");
            } else {
                steps.add(new Step.Create(line.details()));
            }
        }

        private void change(ImportedRoom line, Room room) {
            Integer before = linesOfRooms.putIfAbsent(room.id(), line.line());
            if (before != null) {
                refuse(line, ViolationCode.DUPLICATE, "id: is the room of line " + before + " already");
                return;
            }
            RoomDetails next = line.over().apply(room.details());
            steps.add(next.equals(room.details()) ? new Step.Keep(room) : new Step.Change(room, next));
        }

        private Optional<Room> named(ImportedRoom line) {
            return line.details().externalId().map(byExternalId::get);
        }

        private void refuse(ImportedRoom line, ViolationCode code, String message) {
            bad.add(new BadLine(line.line(), code, message));
        }
    }
}
