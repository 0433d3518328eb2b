package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Up to when the tables that this service's consumers fill are complete, stored with what filled them. */
public final class ConsumedWatermarks {
    private static final String STORE = """
            insert into consumer_watermark (topic, kafka_partition, source, complete_until, log) values (?, ?, ?, ?, ?)
            on conflict (topic, kafka_partition, source) do update
            set complete_until = excluded.complete_until, log = excluded.log
            """;

    private static final String COMPLETE = """
            select count(*) from consumer_watermark where topic = ? and source = ? and complete_until >= ?
            """;

    private record Place(String topic, int partition, String source) {}

    private final DataSource database;

    public ConsumedWatermarks(DataSource database) {
        this.database = database;
    }

    /** Stores the last watermark of each partition in the batch, in the caller's transaction. */
    void store(List<ConsumerRecord<String, byte[]>> batch) {
        Map<Place, Watermark> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            if (message.key() != null && message.value() != null && Watermark.isWatermark(message.key())) {
                Watermark.parse(message.key(), message.value())
                        .ifPresent(w -> last.put(new Place(message.topic(), message.partition(), w.source()), w));
            }
        }
        if (!last.isEmpty()) {
            insert(last);
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

    private void insert(Map<Place, Watermark> last) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            for (Map.Entry<Place, Watermark> entry : last.entrySet()) {
                statement.setString(1, entry.getKey().topic());
                statement.setInt(2, entry.getKey().partition());
                statement.setString(3, entry.getKey().source());
                statement.setObject(4, entry.getValue().time().atOffset(ZoneOffset.UTC));
                statement.setString(5, entry.getValue().log());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The watermarks could not be stored", e);
        }
    }
}
