package io.keyholder.rooms.room.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.keyholder.web.BodyParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rooms as CSV (RFC 4180). The header names the columns, in any order; a column that is optional may be missing. */
final class CsvRooms {
    private static final List<String> COLUMNS =
            List.of("name", "country", "state", "city", "building", "floor", "capacity");
    private static final Set<String> NEEDED = Set.of("name", "country");
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final ImportedRooms rooms;
    private final BodyParser parser;
    private @Nullable List<String> header;
    private boolean useless;

    CsvRooms(ImportedRooms rooms, BodyParser parser) {
        this.rooms = rooms;
        this.parser = parser;
    }

    void read(String text) {
        try (JsonParser csv = FACTORY.createParser(text)) {
            int line = 0;
            List<String> cells = new ArrayList<>();
            for (JsonToken token = csv.nextToken();
                    token != null && !useless && !rooms.isFull();
                    token = csv.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    line = cells.isEmpty() ? csv.currentTokenLocation().getLineNr() : line;
                    cells.add(csv.getText().strip());
                } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
                    take(line, cells);
                    cells = new ArrayList<>();
                }
            }
        } catch (JsonProcessingException e) {
            rooms.bad(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory is always readable", e);
        }
    }

    private void take(int line, List<String> cells) {
        List<String> columns = header;
        if (columns == null) {
            header = cells;
            checkHeader(line, cells);
        } else if (cells.size() != columns.size()) {
            rooms.bad(line, "has " + cells.size() + " cells where the header has " + columns.size());
        } else {
            room(line, columns, cells);
        }
    }

    private void checkHeader(int line, List<String> names) {
        if (!COLUMNS.containsAll(names) || !names.containsAll(NEEDED) || new HashSet<>(names).size() != names.size()) {
            useless = true;
            rooms.bad(
                    line,
                    "must be the header: name and country, and any of state, city, building, floor, capacity, each once");
        }
    }

    private void room(int line, List<String> columns, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                named.put(columns.get(i), cells.get(i));
            }
        }
        Integer capacity = null;
        try {
            capacity = named.containsKey("capacity") ? Integer.valueOf(named.get("capacity")) : null;
        } catch (NumberFormatException notANumber) {
            rooms.bad(line, "capacity: must be a whole number");
            return;
        }
        RoomRequest request = request(named, capacity);
        rooms.line(line, () -> parser.validated(request));
    }

    @SuppressWarnings("NullAway") // What is needed and missing, validation names.
    private static RoomRequest request(Map<String, String> named, @Nullable Integer capacity) {
        RoomLocation location = new RoomLocation(
                named.get("country"), named.get("state"), named.get("city"), named.get("building"), named.get("floor"));
        return new RoomRequest(named.get("name"), location, capacity);
    }
}
