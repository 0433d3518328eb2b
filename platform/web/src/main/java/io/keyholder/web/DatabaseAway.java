package io.keyholder.web;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures of a database that is away, or has no connection to spare, from those that lie in our own code. */
final class DatabaseAway {
    /** PostgreSQL's classes of states for a broken connection, and for one that it does not take now or ends. */
    private static final Set<String> STATES = Set.of("08", "57");

    private static final String TOO_MANY_CONNECTIONS = "53300";

    /** Causes may go round in a ring. */
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    static boolean isReasonOf(Throwable failure) {
        return causes(failure, DEEPEST).anyMatch(DatabaseAway::saysSo);
    }

    /** What the pool refuses by itself, having waited in vain, has no state. */
    private static boolean saysSo(Throwable cause) {
        return cause instanceof SQLException e
                && Optional.ofNullable(e.getSQLState())
                        .map(state -> state.equals(TOO_MANY_CONNECTIONS)
                                || STATES.contains(state.substring(0, Math.min(2, state.length()))))
                        .orElse(true);
    }

    /** With what is suppressed: so a transaction says why it could not be committed. */
    private static Stream<Throwable> causes(Throwable failure, int deep) {
        if (deep == 0) {
            return Stream.empty();
        }
        Stream<Throwable> behind =
                Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
        return Stream.concat(Stream.of(failure), behind.flatMap(cause -> causes(cause, deep - 1)));
    }
}
