package io.keyholder.outbox.relay;

import io.keyholder.contracts.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sends the tombstones of aggregates whose end is long enough ago for every consumer to have seen it. */
final class EndedAggregates {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private record Grave(String topic, UUID key) {}

    private final Connection connection;
    private final Sender sender;
    private final Duration keep;
    private long nextLook = System.nanoTime();

    EndedAggregates(Connection connection, Sender sender, Duration keep) {
        this.connection = connection;
        this.sender = sender;
        this.keep = keep;
    }

    void bury(Sender.Vigil vigil) throws SQLException {
        if (System.nanoTime() - nextLook < 0) {
            return;
        }
        List<Grave> due = due();
        nextLook = System.nanoTime() + (due.size() < AT_ONCE ? EVERY.toNanos() : 0);
        Map<String, List<UUID>> byTopic = due.stream()
                .collect(Collectors.groupingBy(Grave::topic, Collectors.mapping(Grave::key, Collectors.toList())));
        for (Map.Entry<String, List<UUID>> ended : byTopic.entrySet()) {
            Topic topic = Topic.named(ended.getKey()).orElseThrow();
            sender.sendTombstones(
                    topic, ended.getValue().stream().map(UUID::toString).toList(), vigil);
            delete(ended.getKey(), ended.getValue());
        }
    }

    private List<Grave> due() throws SQLException {
        String sql = "select topic, key from outbox_ended where ended_at < now() - make_interval(secs => ?) limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, keep.toSeconds());
            statement.setInt(2, AT_ONCE);
            List<Grave> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new Grave(row.getString(1), row.getObject(2, UUID.class)));
                }
            }
            return due;
        }
    }

    private void delete(String topic, List<UUID> keys) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from outbox_ended where topic = ? and key = any(?)")) {
            statement.setString(1, topic);
            statement.setArray(2, connection.createArrayOf("uuid", keys.toArray()));
            statement.executeUpdate();
        }
    }
}
