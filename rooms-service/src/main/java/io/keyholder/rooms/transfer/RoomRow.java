package io.keyholder.rooms.transfer;

import io.keyholder.contracts.Ids;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.RoomLocation;
import io.keyholder.rooms.room.RoomRequest;
import io.keyholder.rooms.transfer.model.ImportedRoom;
import io.keyholder.web.ProblemException;
import io.keyholder.web.body.BodyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of CSV, read as a room: all its cells are looked at, and each that is wrong is named by its column. */
final class RoomRow {
    /** A spreadsheet shows a whole number as it likes. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:[.,]0*)?");

    private static final String COUNTRY = "location.country";

    private final Map<Column, String> cells;
    private final List<Violation> violations = new ArrayList<>();

    RoomRow(Map<Column, String> cells) {
        this.cells = cells;
    }

    /**
     * @param tenantId whose rooms they are to be
     * @throws ProblemException {@code invalid-request} naming the columns
     */
    ImportedRoom read(int line, UUID tenantId, Set<ImportedRoom.Field> unsaid, BodyParser parser) {
        Optional<UUID> id = id(Column.ID);
        if (!id(Column.TENANT_ID).orElse(tenantId).equals(tenantId)) {
            violations.add(new Violation(
                    Column.TENANT_ID.title(),
                    ViolationCode.CONTRADICTORY,
                    "is another tenant's: rooms are imported into one's own"));
        }
        Integer capacity = capacity();
        RoomRequest request = request(capacity);
        try {
            parser.validated(request);
        } catch (ProblemException refused) {
            refused.problem().violations().forEach(this::add);
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new ImportedRoom(line, id, request.asDetails(), unsaid);
    }

    private void add(Violation violation) {
        boolean unknown = violation.field().equals(COUNTRY) && cells.containsKey(Column.COUNTRY);
        violations.add(
                unknown
                        ? new Violation(
                                COUNTRY,
                                ViolationCode.NOT_ALLOWED,
                                "is not a known country: use its name, or its ISO 3166-1 code")
                        : violation);
    }

    private Optional<UUID> id(Column column) {
        String text = cells.get(column);
        Optional<UUID> id = Optional.ofNullable(text).flatMap(Ids::parse);
        if (text != null && id.isEmpty()) {
            violations.add(new Violation(column.title(), ViolationCode.MALFORMED, "must be an id (UUID)"));
        }
        return id;
    }

    private @Nullable Integer capacity() {
        String text = cells.get(Column.CAPACITY);
        if (text == null) {
            return null;
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return Integer.valueOf(whole.group(1));
        }
        violations.add(new Violation(Column.CAPACITY.title(), ViolationCode.WRONG_TYPE, "must be a whole number"));
        return null;
    }

    @SuppressWarnings("NullAway") // What is needed and missing, validation names.
    private RoomRequest request(@Nullable Integer capacity) {
        String country = cells.get(Column.COUNTRY);
        RoomLocation location = new RoomLocation(
                country == null ? null : Countries.code(country).orElse(country),
                cells.get(Column.STATE),
                cells.get(Column.CITY),
                cells.get(Column.BUILDING),
                cells.get(Column.FLOOR));
        return new RoomRequest(cells.get(Column.NAME), location, capacity, cells.get(Column.EXTERNAL_ID));
    }
}
