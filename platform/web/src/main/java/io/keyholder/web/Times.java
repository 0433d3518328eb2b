package io.keyholder.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The one reader of times that come from outside: ISO 8601 with {@code Z} or an offset, from 1970 up to 9999. Java reads
 * years that PostgreSQL and most clients do not.
 */
public final class Times {
    /** What a text has to be, in words for a caller. */
    public static final String RULE = "must be a time in UTC from 1970 to 9999, such as 2026-01-31T12:00:00Z";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /**
     * The time that a text names, cut to microseconds: the database would round a finer one, up to the next second, and
     * answers would differ from what was sent. A leap second is the one before it.
     *
     * @return empty when it names none, or one outside those years
     */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(time -> !time.isBefore(FIRST) && time.isBefore(END))
                    .map(time -> time.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
