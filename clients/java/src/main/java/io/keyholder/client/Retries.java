package io.keyholder.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether and when to try again.
 *
 * @param times how often at most, after the first time
 */
record Retries(int times, Duration longestWait) {
    static final Retries STANDARD = new Retries(3, Duration.ofSeconds(30));

    /** Nothing was done: whatever was asked can be asked again. */
    private static final Set<Integer> NOTHING_DONE = Set.of(429, 503);

    /** It may or may not have been done. */
    private static final Set<Integer> UNCERTAIN = Set.of(502, 504);

    private static final int CONFLICT = 409;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 10;

    static boolean isUncertain(int status) {
        return UNCERTAIN.contains(status);
    }

    /** @return how long to wait before the next try; empty: there is to be none */
    Optional<Duration> after(int attempt, boolean repeatable, int status, HttpHeaders headers, String body) {
        boolean again = NOTHING_DONE.contains(status)
                || (repeatable && isUncertain(status))
                || (status == CONFLICT && body.contains("/problems/request-in-progress"));
        return again && attempt < times
                ? Optional.of(asked(headers, Instant.now()).orElseGet(() -> backOff(attempt)))
                        .filter(wait -> wait.compareTo(longestWait) <= 0)
                : Optional.empty();
    }

    /** The same, where nothing was answered. */
    Optional<Duration> afterNothing(int attempt, boolean repeatable) {
        return repeatable && attempt < times ? Optional.of(backOff(attempt)) : Optional.empty();
    }

    /** Doubled each time, and spread, so that clients do not come back all at once. */
    private Duration backOff(int attempt) {
        Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        long millis = Math.min(longest.toMillis(), longestWait.toMillis());
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }

    /** What {@code Retry-After} says, which may be a date. */
    static Optional<Duration> asked(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After").flatMap(value -> wait(value.strip(), now));
    }

    private static Optional<Duration> wait(String value, Instant now) {
        try {
            Duration wait = value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
