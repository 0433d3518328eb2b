package io.keyholder.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * The epoch in which the service publishes. It is known once a relay has made sure that the database is no older than what is
 * on the service's topics: before that no change may be taken, for its event could carry a sequence that others have seen.
 */
public final class OutboxEpoch {
    /** As long as a relay needs to compare, after the database was away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String VERIFIED = "select epoch from outbox_epoch where verified = outbox_fingerprint()";

    private final DataSource database;
    private volatile OptionalInt known = OptionalInt.empty();

    public OutboxEpoch(DataSource database) {
        this.database = database;
    }

    /**
     * Waits a moment for the relay where it is not known.
     *
     * @throws OutboxUnavailable when it does not come to be known
     */
    public int current() {
        OptionalInt epoch = known;
        if (epoch.isEmpty()) {
            epoch = await();
            known = epoch;
        }
        return epoch.getAsInt();
    }

    /** Whether a relay has compared the database, as it is now. Asks the database. */
    public boolean isKnown() {
        return verified().isPresent();
    }

    /** It may not hold any more: it is asked for anew. */
    public void forget() {
        known = OptionalInt.empty();
    }

    private OptionalInt await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        OptionalInt epoch = verified();
        while (epoch.isEmpty()) {
            if (System.nanoTime() >= deadline) {
                throw new OutboxUnavailable("The database has not been compared with the service's topics yet");
            }
            pause();
            epoch = verified();
        }
        return epoch;
    }

    private OptionalInt verified() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERIFIED)) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be read", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxUnavailable("Interrupted while the database was compared with the service's topics");
        }
    }
}
