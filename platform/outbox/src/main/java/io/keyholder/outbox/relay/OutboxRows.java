package io.keyholder.outbox.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** The outbox as the relay's connection sees it. */
final class OutboxRows {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** Events may be large, and all of a batch are in memory. */
    private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;

    /** @param age for how long it had waited when it was read */
    record Row(long id, EncodedEvent event, Duration age) {}

    /**
     * What waits.
     *
     * @param age for how long the oldest event has
     * @param events how many there are at most: ids are counted, some of which a rollback has left out
     */
    record Backlog(Duration age, long events) {}

    /**
     * @param time of the database, read before the state of the outbox: what was committed before it is in that state
     * @param lastId the highest id then, 0 when the outbox was empty
     * @param unreadable how many records of others could not be read and deny what they concern
     * @param refused how many events of our own Kafka would not take
     * @param unconfirmed for how long the oldest entry of the audit log has waited to be stored, zero when none waits
     */
    record Survey(Instant time, long lastId, long unreadable, long refused, Duration unconfirmed) {}

    private static final String DELETE = """
            with sent as (delete from outbox where id = any(?) returning *),
            unconfirmed as (
                insert into outbox_unconfirmed
                    (id, topic, key, headers, payload, created_at, kafka_partition, kafka_offset)
                select id, topic, key, headers, payload, created_at, kafka_partition, kafka_offset
                from sent join unnest(?::bigint[], ?::integer[], ?::bigint[]) as kept (id, kafka_partition, kafka_offset)
                    using (id))
            insert into outbox_progress (topic, kafka_partition, last_offset, last_id)
            select topic, kafka_partition, last_offset, ?
            from unnest(?::text[], ?::integer[], ?::bigint[]) as last (topic, kafka_partition, last_offset)
            on conflict (topic, kafka_partition) do update
            set last_offset = excluded.last_offset, last_id = excluded.last_id
            """;

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    Survey survey() throws SQLException {
        // now() is the time of the transaction's first message, before the snapshot is taken, so the snapshot holds all
        // that was committed before it. statement_timestamp() is not: the driver binds, which takes the snapshot, and
        // executes by a message of its own, which sets that time anew.
        String sql = """
                select now(), coalesce((select max(id) from outbox), 0), (select count(*) from unreadable_event),
                    (select count(*) from outbox_refused),
                    coalesce((select extract(epoch from clock_timestamp() - created_at)
                              from outbox_unconfirmed order by id limit 1), 0)
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Survey(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    seconds(row.getDouble(5)));
        }
    }

    /** Empty when nothing waits. */
    Optional<Backlog> backlog() throws SQLException {
        String sql = """
                select extract(epoch from clock_timestamp() - created_at), (select max(id) from outbox) - id + 1
                from outbox order by id limit 1
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(new Backlog(seconds(row.getDouble(1)), row.getLong(2))) : Optional.empty();
        }
    }

    /** The first events, so many and of so many bytes at most, but one at least. */
    List<Row> next(int limit) throws SQLException {
        String sql = """
                select id, topic, key, headers, payload, extract(epoch from clock_timestamp() - created_at)
                from (select *, sum(octet_length(payload)) over (order by id) - octet_length(payload) as before
                      from (select * from outbox order by id limit ?) as first) as first
                where before < ? order by id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            statement.setInt(2, BYTES_AT_ONCE);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), eventOf(row), seconds(row.getDouble(6))));
                }
            }
            return rows;
        }
    }

    /** They are acknowledged: they go, but for entries of the audit log, which are kept until they are known to be stored. */
    void delete(List<Row> rows, Sender.Sent sent) throws SQLException {
        Map<TopicPartition, Long> last = new HashMap<>();
        sent.records()
                .values()
                .forEach(record ->
                        last.merge(new TopicPartition(record.topic(), record.partition()), record.offset(), Math::max));
        List<TopicPartition> partitions = List.copyOf(last.keySet());
        List<Integer> kept = sent.records().entrySet().stream()
                .filter(record -> record.getValue().topic().equals(Topic.AUDIT.topicName()))
                .map(Map.Entry::getKey)
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, array("bigint", rows.stream().map(Row::id)));
            statement.setArray(
                    2,
                    array("bigint", kept.stream().map(place -> rows.get(place).id())));
            statement.setArray(
                    3,
                    array("integer", kept.stream().map(place -> sent.at(place).partition())));
            statement.setArray(
                    4, array("bigint", kept.stream().map(place -> sent.at(place).offset())));
            statement.setLong(5, rows.getLast().id());
            statement.setArray(6, array("text", partitions.stream().map(TopicPartition::topic)));
            statement.setArray(7, array("integer", partitions.stream().map(TopicPartition::partition)));
            statement.setArray(8, array("bigint", partitions.stream().map(last::get)));
            statement.executeUpdate();
        }
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private static EncodedEvent eventOf(ResultSet row) throws SQLException {
        try {
            Map<String, String> headers = MAPPER.readValue(row.getString("headers"), HEADERS);
            return new EncodedEvent(row.getString("topic"), row.getString("key"), headers, row.getString("payload"));
        } catch (JsonProcessingException e) {
            throw new SQLException("The headers of an outbox row are not a map", e);
        }
    }
}
