package io.keyholder.outbox.relay;

import io.keyholder.contracts.Sequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The epoch in which the database's content was last published, and for which database that was made sure. */
public final class EpochTable {
    private static final String POSITION = """
            select coalesce((select epoch from outbox_epoch), 0),
                greatest((select max(id) from outbox), (select max(last_id) from outbox_progress), 0)
            """;

    private static final String BEGIN = """
            insert into outbox_epoch (epoch, verified) values (?, outbox_fingerprint())
            on conflict (only_one) do update set epoch = excluded.epoch, verified = excluded.verified
            """;

    private final DataSource database;

    public EpochTable(DataSource database) {
        this.database = database;
    }

    /** How far the service has come as its database knows it: the epoch, 0 before the first, and the last event's number. */
    Sequence position() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            return new Sequence(row.getInt(1), row.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be read", e);
        }
    }

    /** From now on changes are taken, in this epoch, for as long as the database stays the one that it is now. */
    void begin(int epoch) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setInt(1, epoch);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The epoch could not be written", e);
        }
    }
}
