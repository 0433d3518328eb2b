package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.keyholder.contracts.Ids;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.room.RoomRequest;
import io.keyholder.rooms.room.model.RoomDetails;
import io.keyholder.rooms.transfer.model.ImportedRoom;
import io.keyholder.web.ProblemException;
import io.keyholder.web.body.BodyParser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of CSV, read as a room: all its cells are looked at, and each that is wrong is named by its column. */
final class RoomRow {
    /** A spreadsheet shows a whole number as it likes. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:[.,]0*)?");

    private static final String COUNTRY = "location.country";

    private final Header header;
    private final Map<Column, String> cells;
    private final BodyParser parser;
    private final List<Violation> violations = new ArrayList<>();

    RoomRow(Header header, List<String> row, BodyParser parser) {
        this.header = header;
        this.cells = header.named(row);
        this.parser = parser;
    }

    /**
     * @param tenantId whose rooms they are to be
     * @throws ProblemException {@code invalid-request} naming the columns
     */
    ImportedRoom read(int line, UUID tenantId) {
        Optional<UUID> id = id(Column.ID);
        if (!id(Column.TENANT_ID).orElse(tenantId).equals(tenantId)) {
            violations.add(new Violation(
                    Column.TENANT_ID.title(),
                    ViolationCode.CONTRADICTORY,
                    "is another tenant's: rooms are imported into one's own"));
        }
        Optional<RoomDetails> details = details(cells);
        if (details.isEmpty() || !violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return new ImportedRoom(line, id, details.get(), this::over);
    }

    /** A room that exists keeps what the file has no column for. */
    private RoomDetails over(RoomDetails present) {
        Map<Column, String> merged = new EnumMap<>(cells);
        Column.OF_DETAILS.stream()
                .filter(column -> !header.has(column) && !column.of(present).isEmpty())
                .forEach(column -> merged.put(column, column.of(present)));
        return details(merged).orElseThrow(() -> ProblemException.invalid(violations));
    }

    /** Empty where something is wrong. */
    private Optional<RoomDetails> details(Map<Column, String> said) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putObject("location");
        said.forEach((column, cell) -> {
            if (Column.OF_DETAILS.contains(column)) {
                column.put(content(column, cell), request);
            }
        });
        try {
            return Optional.of(parser.read(request, RoomRequest.class).asDetails());
        } catch (ProblemException refused) {
            refused.problem().violations().forEach(this::add);
            return Optional.empty();
        }
    }

    private JsonNode content(Column column, String cell) {
        return switch (column) {
            case CAPACITY -> capacity(cell);
            case COUNTRY -> TextNode.valueOf(Countries.code(cell).orElse(cell));
            default -> TextNode.valueOf(cell);
        };
    }

    private JsonNode capacity(String cell) {
        Matcher whole = WHOLE.matcher(cell);
        if (whole.matches()) {
            return IntNode.valueOf(Integer.parseInt(whole.group(1)));
        }
        violations.add(new Violation(Column.CAPACITY.title(), ViolationCode.WRONG_TYPE, "must be a whole number"));
        return NullNode.instance;
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
}
