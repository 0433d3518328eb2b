package io.keyholder.outbox.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the tables have come on each partition, and of which log it is. It is stored with what fills the tables: where Kafka
 * and the database disagree, the database is right about itself.
 */
public final class ConsumedProgress {
    private static final String STORE = """
            insert into consumer_progress (topic, kafka_partition, next_offset)
            select * from unnest(?::text[], ?::integer[], ?::bigint[])
            on conflict (topic, kafka_partition) do update set next_offset = excluded.next_offset
            """;

    private static final String START_OVER = """
            with gone as (
                delete from consumer_watermark
                where (topic, kafka_partition) in (select * from unnest(?::text[], ?::integer[])))
            delete from consumer_progress
            where (topic, kafka_partition) in (select * from unnest(?::text[], ?::integer[]))
            """;

    private final DataSource database;

    public ConsumedProgress(DataSource database) {
        this.database = database;
    }

    /** Stores, in the caller's transaction, that these have been taken, of each partition in order. */
    void store(List<ConsumerRecord<String, byte[]>> batch) {
        Map<TopicPartition, Long> next = new HashMap<>();
        batch.forEach(message -> next.put(partitionOf(message), message.offset() + 1));
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            name(partitions, connection, statement, 1);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", partitions.stream().map(next::get).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's progress could not be stored", e);
        }
    }

    /** Where each of all partitions goes on, of which anything has been taken. */
    Map<TopicPartition, Long> next() {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select topic, kafka_partition, next_offset from consumer_progress");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                next.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
            return next;
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's progress could not be read", e);
        }
    }

    /** Which log a service has last said a partition to be. */
    Map<Said, String> logs() {
        Map<Said, String> logs = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select topic, kafka_partition, source, log from consumer_watermark");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                logs.put(
                        new Said(new TopicPartition(row.getString(1), row.getInt(2)), row.getString(3)),
                        row.getString(4));
            }
            return logs;
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's logs could not be read", e);
        }
    }

    /** @param source the service that says of the partition which log it is */
    record Said(TopicPartition partition, String source) {}

    /** What has been taken of them was of another log, or is not on theirs any more: nothing is known to be complete. */
    void startOver(Collection<TopicPartition> partitions) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(START_OVER)) {
            name(partitions, connection, statement, 1);
            name(partitions, connection, statement, 3);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's progress could not be forgotten", e);
        }
    }

    static TopicPartition partitionOf(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static void name(
            Collection<TopicPartition> partitions, Connection connection, PreparedStatement statement, int parameter)
            throws SQLException {
        statement.setArray(
                parameter,
                connection.createArrayOf(
                        "text", partitions.stream().map(TopicPartition::topic).toArray()));
        statement.setArray(
                parameter + 1,
                connection.createArrayOf(
                        "integer",
                        partitions.stream().map(TopicPartition::partition).toArray()));
    }
}
