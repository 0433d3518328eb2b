package io.keyholder.rooms.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.body.BodyParser;
import io.keyholder.web.csv.SafeCells;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rooms as CSV. The header names the columns, in any case and order; a column that is optional may be missing. */
final class CsvRooms {
    private static final Pattern SURROUNDING = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final ImportedRooms rooms;
    private final BodyParser parser;
    private final ImportConfig limits;
    private final UUID tenantId;
    private @Nullable Header header;
    private boolean useless;

    CsvRooms(ImportedRooms rooms, BodyParser parser, ImportConfig limits, UUID tenantId) {
        this.rooms = rooms;
        this.parser = parser;
        this.limits = limits;
        this.tenantId = tenantId;
    }

    /** @param said what separates cells, if the request says so */
    void read(TextLines text, Optional<Character> said) throws IOException {
        CsvBeginning beginning = CsvBeginning.of(text, limits);
        try (CsvParser csv = FACTORY.createParser(beginning.reader())) {
            csv.setSchema(CsvSchema.emptySchema().withColumnSeparator(said.orElse(beginning.separator())));
            rows(csv, text, beginning.linesBefore());
        } catch (JsonProcessingException e) {
            rooms.bad(
                    e.getLocation() == null ? 1 : lineOf(beginning, e),
                    ViolationCode.MALFORMED,
                    e.getOriginalMessage());
        }
    }

    private static int lineOf(CsvBeginning beginning, JsonProcessingException e) {
        return beginning.linesBefore() + e.getLocation().getLineNr();
    }

    private void rows(CsvParser csv, TextLines text, int linesBefore) throws IOException {
        int line = 0;
        List<String> cells = new ArrayList<>();
        for (JsonToken token = csv.nextToken(); token != null && !useless && !rooms.isFull(); token = csv.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                line = cells.isEmpty()
                        ? linesBefore + csv.currentTokenLocation().getLineNr()
                        : line;
                cells.add(textOf(csv.getText()));
                if (cells.size() > limits.cells()) {
                    throw new UnreadableLine(
                            line, ViolationCode.TOO_LONG, "has more than " + limits.cells() + " cells");
                }
            } else if (token == JsonToken.END_ARRAY) {
                text.rowTaken();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    take(line, cells);
                }
                cells = new ArrayList<>();
            }
        }
    }

    private static String textOf(String cell) {
        return SURROUNDING.matcher(SafeCells.unguard(cell)).replaceAll("");
    }

    private void take(int line, List<String> cells) {
        Header columns = header;
        if (cells.stream().anyMatch(cell -> cell.length() > limits.cellLength())) {
            useless = columns == null;
            rooms.bad(line, ViolationCode.TOO_LONG, "has a cell of more than " + limits.cellLength() + " characters");
            return;
        }
        if (columns == null) {
            header(line, withoutEmptyEnd(cells, 0));
            return;
        }
        List<String> row = withoutEmptyEnd(cells, columns.size());
        if (row.size() == columns.size()) {
            rooms.line(line, () -> new RoomRow(columns, row, parser).read(line, tenantId));
        } else {
            rooms.bad(
                    line,
                    ViolationCode.MALFORMED,
                    "has " + cells.size() + " cells where the header has " + columns.size());
        }
    }

    private void header(int line, List<String> cells) {
        Header read = Header.of(cells);
        String faults = read.faults(cells);
        if (!faults.isEmpty()) {
            useless = true;
            rooms.bad(line, ViolationCode.MALFORMED, faults);
            return;
        }
        header = read;
    }

    /** Spreadsheets write empty cells behind the last column. */
    private static List<String> withoutEmptyEnd(List<String> cells, int least) {
        int size = cells.size();
        while (size > least && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }
}
