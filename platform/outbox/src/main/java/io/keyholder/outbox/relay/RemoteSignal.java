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

    private static final Logger LOG = Logger.getLogger(RemoteSignal.class);

    private final DataSource database;
    private final Executor executor;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** @param executor runs a short blocking statement */
    public RemoteSignal(DataSource database, Executor executor) {
        this.database = database;
        this.executor = executor;
    }

    void send() {
        if (underWay.compareAndSet(false, true)) {
            executor.execute(this::notifyListeners);
        }
    }

    private void notifyListeners() {
        underWay.set(false);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        } catch (SQLException e) {
            // The relay's own poll finds the events a little later.
            LOG.debugf("event=relay.notify-failed reason=\"%s\"", e.getMessage());
        }
    }
}
