package io.keyholder.outbox.consumer;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Why a record could not be taken. Only a record that is itself to blame may be set aside: while the database or Kafka
 * is away every record fails, and none may be lost for that.
 */
enum Fault {
    /** The record's own, whatever else is there. */
    OF_RECORD,
    /** The database's or Kafka's: the record is tried until they are back. */
    OF_BACKEND,
    /** Either's: it is the record's if another one of its topic can be taken at the same time. */
    UNKNOWN;

    /** What PostgreSQL says of a value: it is none of its type (22), breaks a constraint (23) or a limit (54). */
    private static final Set<String> OF_VALUES = Set.of("22", "23", "54");

    /** Broken or refused connections, lost races, no room, objects in use, and what an operator does. */
    private static final Set<String> OF_DATABASE = Set.of("08", "28", "40", "53", "55", "57", "58");

    /** Causes may go round in a ring. */
    private static final int SAID = 10;

    /** The server has become a standby. */
    private static final String READ_ONLY = "25006";

    static Fault of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        List<SQLException> database = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        if (database.stream().anyMatch(e -> OF_VALUES.contains(stateClass(e)))) {
            return OF_RECORD;
        }
        if (database.stream().anyMatch(Fault::isOfDatabase)
                || causes.stream().anyMatch(KafkaException.class::isInstance)) {
            return OF_BACKEND;
        }
        return database.isEmpty() && causes.stream().noneMatch(Fault::mayBeOfTheProcess) ? OF_RECORD : UNKNOWN;
    }

    /** What it says and what is behind it, down to what went wrong first. */
    static String reason(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(SAID)
                .map(said -> Objects.requireNonNullElse(
                        said.getMessage(), said.getClass().getSimpleName()))
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** What the pool refuses by itself, having waited in vain, has no state. */
    private static boolean isOfDatabase(SQLException e) {
        return e.getSQLState() == null || e.getSQLState().equals(READ_ONLY) || OF_DATABASE.contains(stateClass(e));
    }

    private static boolean mayBeOfTheProcess(Throwable cause) {
        return switch (cause) {
            case RollbackException e -> true;
            case SystemException e -> true;
            case StackOverflowError e -> false;
            case Error e -> true;
            default -> false;
        };
    }

    private static String stateClass(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return state.substring(0, Math.min(2, state.length()));
    }

    /** Each once, though they may go round in a ring; with what is suppressed: so a transaction says why it failed. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (found.add(next)) {
                Stream.concat(Stream.ofNullable(next.getCause()), Arrays.stream(next.getSuppressed()))
                        .forEach(open::push);
                if (next instanceof SQLException e && e.getNextException() != null) {
                    open.push(e.getNextException());
                }
            }
        }
        return List.copyOf(found);
    }
}
