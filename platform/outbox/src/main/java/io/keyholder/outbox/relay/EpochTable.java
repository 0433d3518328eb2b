package io.keyholder.outbox.relay;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The epoch in which the database's content was last published. */
public final class EpochTable {
    private final DataSource database;

    public EpochTable(DataSource database) {
        this.database = database;
    }

    /**
     * Refuses to publish in an epoch that is over: whoever reads would ignore all of it.
     *
     * @throws ConfigurationException in one line, for whoever starts the service
     */
    public void refuseLowerThanPublished(int configured) {
        int published = current(configured);
        if (configured < published) {
            throw new ConfigurationException("keyholder.outbox.epoch (KEYHOLDER_OUTBOX_EPOCH) is " + configured
                    + ", but the database's content was published in epoch " + published
                    + ": set it to that, or to a higher one to publish everything anew.");
        }
    }

    /** @param first what a database that never published takes as its epoch */
    int current(int first) {
        String sql = """
                insert into outbox_epoch (epoch) values (?)
                on conflict (only_one) do update set epoch = outbox_epoch.epoch
                returning epoch
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, first);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be read", e);
        }
    }

    void set(int epoch) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("update outbox_epoch set epoch = ?")) {
            statement.setInt(1, epoch);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be written", e);
        }
    }
}
