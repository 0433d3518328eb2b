package io.keyholder.outbox.relay;

import io.keyholder.contracts.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Which logs the topics are on which everything has been published, as the database has it. */
public final class LogTable {

    /**
     * One topic.
     *
     * @param offsets by partition, the last record of ours that Kafka has acknowledged
     */
    record Known(String log, Map<Integer, Long> offsets) {

        /** Whether what is there now is that log, with all that was acknowledged on it. */
        boolean isStill(OwnTopics.Present present) {
            return log.equals(present.log())
                    && offsets.entrySet().stream()
                            .allMatch(last -> present.ends().getOrDefault(last.getKey(), 0L) > last.getValue());
        }
    }

    private static final String REMEMBER = """
            insert into outbox_log (topic, log) values (?, ?) on conflict (topic) do update set log = excluded.log
            """;

    private final DataSource database;

    public LogTable(DataSource database) {
        this.database = database;
    }

    /** The topics that were there. */
    public Set<Topic> topics() {
        return known().keySet();
    }

    Map<Topic, Known> known() {
        Map<Topic, Known> known = new EnumMap<>(Topic.class);
        String sql = """
                select topic, log, kafka_partition, last_offset
                from outbox_log left join outbox_progress using (topic)
                """;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Topic topic = Topic.named(row.getString(1)).orElseThrow();
                String name = row.getString(2);
                Known log = known.computeIfAbsent(topic, t -> new Known(name, new HashMap<>()));
                int partition = row.getInt(3);
                if (!row.wasNull()) {
                    log.offsets().put(partition, row.getLong(4));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of the topics could not be read", e);
        }
    }

    /** From now on these are the logs. */
    void remember(Map<Topic, String> logs) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            for (Map.Entry<Topic, String> log : logs.entrySet()) {
                statement.setString(1, log.getKey().topicName());
                statement.setString(2, log.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The topics could not be remembered", e);
        }
    }

    /** What was acknowledged on these may be gone. */
    void doubt(Collection<Topic> topics) {
        update("update outbox_log set log = 'doubtful' where topic = any(?)", topics);
    }

    /** How far we had come on these is of no use any more. */
    void forgetProgress(Collection<Topic> topics) {
        update("delete from outbox_progress where topic = any(?)", topics);
    }

    private void update(String sql, Collection<Topic> topics) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", topics.stream().map(Topic::topicName).toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of the topics could not be written", e);
        }
    }
}
