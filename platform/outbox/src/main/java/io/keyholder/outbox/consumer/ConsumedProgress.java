package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Watermark;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the tables have come on each partition, and of which log it is. It is stored with what fills the tables: where Kafka
 * and the database disagree, the database is right about itself. A database that goes back under a running consumer, and a
 * member of the group that does not know yet that another has its partitions, are told by it from one that goes on.
 */
public final class ConsumedProgress {
    private static final String GO_ON = """
            with asked as (
                select * from unnest(?::text[], ?::integer[], ?::bigint[], ?::bigint[])
                    as asked (topic, kafka_partition, next_offset, known)),
            begun as (
                insert into consumer_progress (topic, kafka_partition, next_offset)
                select topic, kafka_partition, next_offset from asked where known is null
                on conflict do nothing returning topic),
            gone_on as (
                update consumer_progress set next_offset = asked.next_offset from asked
                where consumer_progress.topic = asked.topic
                    and consumer_progress.kafka_partition = asked.kafka_partition
                    and consumer_progress.next_offset = asked.known
                returning asked.topic)
            select (select count(*) from begun) + (select count(*) from gone_on)
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

    /**
     * Stores, in the caller's transaction, where partitions go on.
     *
     * @param known where they went on before, as far as is known; a partition that is not named has never been begun
     * @throws NotThere when that is not what the database says
     */
    void goOn(Map<TopicPartition, Long> next, Map<TopicPartition, Long> known) {
        List<TopicPartition> partitions = List.copyOf(next.keySet());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(GO_ON)) {
            name(partitions, connection, statement, 1);
            statement.setArray(3, offsets(connection, partitions, next));
            statement.setArray(4, offsets(connection, partitions, known));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) < partitions.size()) {
                    throw new NotThere(partitions);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's progress could not be stored", e);
        }
    }

    /** The tables are not where whoever fills them believed: what is to be taken next, they say. */
    static final class NotThere extends IllegalStateException {
        NotThere(Collection<TopicPartition> partitions) {
            super("The tables have not come as far, or further, on one of " + partitions);
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

    /** What a service has last said of a partition, the position but for its epoch aside. */
    Map<Said, Watermark> watermarks() {
        Map<Said, Watermark> last = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select topic, kafka_partition, source, complete_until, epoch, log from consumer_watermark"
                                + " where log <> ''");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Said said = new Said(new TopicPartition(row.getString(1), row.getInt(2)), row.getString(3));
                Instant time = row.getObject(4, OffsetDateTime.class).toInstant();
                last.put(said, new Watermark(said.source(), time, new Sequence(row.getInt(5), 0), row.getString(6)));
            }
            return last;
        } catch (SQLException e) {
            throw new IllegalStateException("The consumer's watermarks could not be read", e);
        }
    }

    /** @param source the service that says something of the partition */
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

    private static Array offsets(
            Connection connection, List<TopicPartition> partitions, Map<TopicPartition, Long> offsets)
            throws SQLException {
        return connection.createArrayOf(
                "bigint", partitions.stream().map(offsets::get).toArray());
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
