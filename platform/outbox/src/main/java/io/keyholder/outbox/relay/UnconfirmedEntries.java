package io.keyholder.outbox.relay;

import io.keyholder.contracts.Topic;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Entries of the audit log that Kafka has acknowledged, kept until audit-service has stored them: Kafka may lose what it has
 * acknowledged, and of an entry, unlike of a state, there is nothing to publish anew from.
 */
public final class UnconfirmedEntries {
    private static final String CONFIRM = """
            delete from outbox_unconfirmed using unnest(?::integer[], ?::bigint[]) as taken (kafka_partition, next_offset)
            where outbox_unconfirmed.kafka_partition = taken.kafka_partition and kafka_offset < next_offset
            """;

    private static final String SEND_AGAIN = """
            with kept as (delete from outbox_unconfirmed where topic = any(?) returning *)
            insert into outbox (topic, key, headers, payload, created_at)
            select topic, key, headers, payload, created_at from kept order by id
            """;

    private final DataSource database;

    public UnconfirmedEntries(DataSource database) {
        this.database = database;
    }

    /**
     * Forgets what has been stored.
     *
     * @param next by partition of the audit topic, the first record that audit-service has not stored
     */
    void confirm(Map<Integer, Long> next) throws SQLException {
        List<Integer> partitions = List.copyOf(next.keySet());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CONFIRM)) {
            statement.setArray(1, connection.createArrayOf("integer", partitions.toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", partitions.stream().map(next::get).toArray()));
            statement.executeUpdate();
        }
    }

    /** The logs of these topics have been lost: what was on them and may not have been stored goes to the outbox again. */
    void sendAgain(Collection<Topic> lost) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SEND_AGAIN)) {
            Array names = connection.createArrayOf(
                    "text", lost.stream().map(Topic::topicName).toArray());
            statement.setArray(1, names);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What was sent before could not be put into the outbox again", e);
        }
    }
}
