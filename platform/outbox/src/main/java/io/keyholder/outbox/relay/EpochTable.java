package io.keyholder.outbox.relay;

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
