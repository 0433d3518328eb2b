package io.keyholder.rooms.room.api;

import io.keyholder.problems.Violation;
import io.keyholder.rooms.room.domain.RoomDetails;
import io.keyholder.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What an import has brought so far: rooms, and a violation for each line that is none. */
final class ImportedRooms {
    static final int MOST = 10_000;

    private static final int MOST_NAMED = 100;
    private static final String LOCATION = "location.";

    private final List<RoomDetails> rooms = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @param request reads the line, or refuses it as the body of a request would be */
    void line(int number, Supplier<RoomRequest> request) {
        try {
            rooms.add(request.get().asDetails());
        } catch (ProblemException refused) {
            bad(number, inOneLine(refused.problem().violations()));
        }
    }

    void bad(int number, String message) {
        violations.add(new Violation("line " + number, message));
    }

    /** Whether there is no use in reading on. */
    boolean isFull() {
        return rooms.size() > MOST || violations.size() >= MOST_NAMED;
    }

    /** @throws ProblemException naming each bad line, at most a hundred; all or nothing */
    List<RoomDetails> orRefuse() {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        if (rooms.isEmpty()) {
            throw ProblemException.invalid("body", "must hold at least one room");
        }
        if (rooms.size() > MOST) {
            throw ProblemException.invalid("body", "must hold at most 10,000 rooms: split the import");
        }
        return rooms;
    }

    private static String inOneLine(List<Violation> found) {
        return found.stream()
                .map(v -> withoutPrefix(v.field()) + ": " + v.message().replace("at line 1, column", "at column"))
                .collect(Collectors.joining("; "));
    }

    /** Both formats speak of the location, one of them without saying so. */
    private static String withoutPrefix(String field) {
        return field.startsWith(LOCATION) ? field.substring(LOCATION.length()) : field;
    }
}
