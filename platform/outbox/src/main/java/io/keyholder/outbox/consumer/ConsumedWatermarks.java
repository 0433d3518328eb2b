package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Up to when the tables that this service's consumers fill are complete, stored with what filled them. */
public final class ConsumedWatermarks {
    private static final String STORE = """
            insert into consumer_watermark (topic, kafka_partition, source, complete_until, log, epoch)
            values (?, ?, ?, ?, ?, ?)
            on conflict (topic, kafka_partition, source) do update
            set complete_until = excluded.complete_until, log = excluded.log, epoch = excluded.epoch
            """;

    private static final String COMPLETE = """
            select count(*) from consumer_watermark where topic = ? and source = ? and complete_until >= ?
            """;

    private static final String EPOCH = """
            select min(epoch) from consumer_watermark where topic = ? and source = ? having count(*) >= ?
            """;

    private record Place(String topic, int partition, String source) {}

    private final DataSource database;

    public ConsumedWatermarks(DataSource database) {
        this.database = database;
    }

    /**
     * Stores the last watermark of each partition in the batch, in the caller's transaction.
     *
     * @return of the state topics that the batch has watermarks of, the epoch of which everything has been taken
     */
    Map<Topic, Integer> store(List<ConsumerRecord<String, byte[]>> batch) {
        Map<Place, Watermark> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            if (message.key() != null && message.value() != null && Watermark.isWatermark(message.key())) {
                Watermark.parse(message.key(), message.value())
                        .ifPresent(w -> last.put(new Place(message.topic(), message.partition(), w.source()), w));
            }
        }
        if (last.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection()) {
            insert(last, connection);
            Map<Topic, Integer> epochs = new EnumMap<>(Topic.class);
            for (Place place : last.keySet()) {
                Topic topic = Topic.named(place.topic()).orElseThrow();
                if (topic.carriesState() && topic.isWrittenBy(place.source())) {
                    epochOf(topic, place.source(), connection).ifPresent(epoch -> epochs.put(topic, epoch));
                }
            }
            return epochs;
        } catch (SQLException e) {
            throw new IllegalStateException("The watermarks could not be stored", e);
        }
    }

    /** The epoch of which everything has been taken of a state topic; 0 while there is none. */
    int epoch(Topic topic) {
        try (Connection connection = database.getConnection()) {
            return epochOf(topic, topic.owner(), connection).orElse(0);
        } catch (SQLException e) {
            throw new IllegalStateException("The watermarks could not be read", e);
        }
    }

    /** Whether everything that the source committed before the time has been taken. */
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COMPLETE)) {
            statement.setString(1, topic.topicName());
            statement.setString(2, source);
            statement.setObject(3, time.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == Topic.PARTITIONS;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The watermarks could not be read", e);
        }
    }

    private static void insert(Map<Place, Watermark> last, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            for (Map.Entry<Place, Watermark> entry : last.entrySet()) {
                statement.setString(1, entry.getKey().topic());
                statement.setInt(2, entry.getKey().partition());
                statement.setString(3, entry.getKey().source());
                statement.setObject(4, entry.getValue().time().atOffset(ZoneOffset.UTC));
                statement.setString(5, entry.getValue().log());
                statement.setInt(6, entry.getValue().position().epoch());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static OptionalInt epochOf(Topic topic, String source, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EPOCH)) {
            statement.setString(1, topic.topicName());
            statement.setString(2, source);
            statement.setInt(3, Topic.PARTITIONS);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }
}
