package io.keyholder.web.failure;

import io.keyholder.outbox.OutboxUnavailable;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells failures that pass from those that lie in our own code: of a database that is away, lacks connections, disk or memory, or
 * rolled back to end a deadlock, and of an outbox that takes no change at present.
 */
final class DatabaseAway {
    /**
     * PostgreSQL's classes of states for a broken connection, for a transaction that it rolled back for another's sake, for a
     * connection that it does not take now or ends, and for a lack of disk, memory or connections.
     */
    private static final Set<String> STATES = Set.of("08", "40", "53", "57");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private DatabaseAway() {}

    static boolean isReasonOf(Throwable failure) {
        return causes(failure).anyMatch(DatabaseAway::saysSo);
    }

    /** What the pool refuses by itself, having waited in vain, has no state. */
    private static boolean saysSo(Throwable cause) {
        return cause instanceof OutboxUnavailable || cause instanceof SQLException e && isStateOfOne(e);
    }

    private static boolean isStateOfOne(SQLException e) {
        return Optional.ofNullable(e.getSQLState())
                .map(state -> state.equals(LOCK_NOT_AVAILABLE)
                        || STATES.contains(state.substring(0, Math.min(2, state.length()))))
                .orElse(true);
    }

    /** Each once, though they may go round in a ring; with what is suppressed: so a transaction says why it failed. */
    private static Stream<Throwable> causes(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (found.add(next)) {
                Optional.ofNullable(next.getCause()).ifPresent(open::push);
                open.addAll(Arrays.asList(next.getSuppressed()));
            }
        }
        return found.stream();
    }
}
