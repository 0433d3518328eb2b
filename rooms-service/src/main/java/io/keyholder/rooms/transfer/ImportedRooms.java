package io.keyholder.rooms.transfer;

import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.rooms.transfer.model.BadLine;
import io.keyholder.rooms.transfer.model.ImportedRoom;
import io.keyholder.web.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import has brought so far: rooms, and a message for each line that is none. */
final class ImportedRooms {
    private static final int MOST_NAMED = 100;
    private static final String LOCATION = "location.";

    private final int most;
    private final List<ImportedRoom> rooms = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();

    ImportedRooms(ImportConfig limits) {
        this.most = limits.rooms();
    }

    /** @param room reads the line, or refuses it as the body of a request would be */
    void line(int number, Supplier<ImportedRoom> room) {
        try {
            rooms.add(room.get());
        } catch (ProblemException refused) {
            List<Violation> violations = refused.problem().violations();
            bad(number, violations.getFirst().code(), inOneLine(violations));
        }
    }

    void bad(int number, ViolationCode code, String message) {
        bad.add(new BadLine(number, code, message));
    }

    void bad(BadLine line) {
        bad.add(line);
    }

    /** Whether there is no use in reading on. */
    boolean isFull() {
        return rooms.size() > most || bad.size() >= MOST_NAMED;
    }

    List<ImportedRoom> rooms() {
        return List.copyOf(rooms);
    }

    /**
     * What is wrong, at most a hundred things.
     *
     * @param more what the lines are not to be by what exists
     */
    List<Violation> violations(List<BadLine> more) {
        if (bad.isEmpty() && rooms.isEmpty()) {
            return List.of(new Violation("body", ViolationCode.REQUIRED, "must hold at least one room"));
        }
        if (bad.isEmpty() && rooms.size() > most) {
            String count = String.format(Locale.ROOT, "%,d", most);
            return List.of(new Violation(
                    "body", ViolationCode.TOO_LONG, "must hold at most " + count + " rooms: split the import"));
        }
        return Stream.concat(bad.stream(), more.stream())
                .sorted(Comparator.comparingInt(BadLine::line))
                .limit(MOST_NAMED)
                .map(line -> new Violation("line " + line.line(), line.code(), line.message()))
                .toList();
    }

    private static String inOneLine(List<Violation> found) {
        return found.stream()
                .map(v -> withoutPrefix(v.field()) + ": " + v.message().replace("at line 1, column", "at column"))
                .collect(Collectors.joining("; "));
    }

    /** Both formats speak of the location, one of them without saying so. */
    static String withoutPrefix(String field) {
        return field.startsWith(LOCATION) ? field.substring(LOCATION.length()) : field;
    }
}
