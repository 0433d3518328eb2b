package io.keyholder.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells the relay of another process by NOTIFY, outside any transaction of a change. While one notification is on its way
 * further ones are spared: it is sent after each of their commits all the same.
 */
public final class RemoteSignal {
    static final String CHANNEL = "keyholder_outbox";

    /** What the notification says when a watermark is asked for; empty otherwise. */
    static final String WATERMARK = "watermark";

    private static final Logger LOG = Logger.getLogger(RemoteSignal.class);

    private final DataSource database;
    private final Executor executor;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicBoolean watermarkWanted = new AtomicBoolean();

    /** @param executor runs a short blocking statement */
    public RemoteSignal(DataSource database, Executor executor) {
        this.database = database;
        this.executor = executor;
    }

    /** @param forWatermark whether a watermark is asked for as well */
    void send(boolean forWatermark) {
        if (forWatermark) {
            watermarkWanted.set(true);
        }
        if (underWay.compareAndSet(false, true)) {
            executor.execute(this::notifyListeners);
        }
    }

    private void notifyListeners() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Whoever commits from here on sends another; until here one connection was waited for on behalf of all.
            underWay.set(false);
            statement.execute("notify " + CHANNEL + (watermarkWanted.getAndSet(false) ? ", '" + WATERMARK + "'" : ""));
        } catch (SQLException e) {
            underWay.set(false);
            // The relay's own poll finds the events a little later.
            LOG.debugf("event=relay.notify-failed reason=\"%s\"", e.getMessage());
        }
    }
}
