package io.keyholder.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.EncodedEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Writes rows of the outbox in the caller's transaction. */
public final class OutboxTable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String INSERT = """
            insert into outbox (topic, key, headers, payload)
            select topic, key, headers::jsonb, payload
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                as event (topic, key, headers, payload, place)
            where exists (select from outbox_epoch where epoch = ? and verified = outbox_fingerprint())
            order by place
            """;

    private static final String INSERT_ENDED = """
            insert into outbox_ended (topic, key, epoch, version)
            select * from unnest(?::text[], ?::uuid[], ?::integer[], ?::bigint[])
            on conflict (topic, key) do update
            set epoch = excluded.epoch, version = excluded.version, ended_at = excluded.ended_at
            """;

    private final DataSource database;

    public OutboxTable(DataSource database) {
        this.database = database;
    }

    /**
     * @param epoch in which the events were made
     * @throws OutboxUnavailable when that is not the epoch any more, or this not the database that a relay has compared with
     *     the topics: readers might ignore the events
     */
    public void insert(List<EncodedEvent> events, int epoch) {
        if (events.isEmpty()) {
            return;
        }
        int written = execute(INSERT, (connection, statement) -> {
            statement.setArray(1, texts(connection, events, EncodedEvent::topic));
            statement.setArray(2, texts(connection, events, EncodedEvent::key));
            statement.setArray(3, texts(connection, events, OutboxTable::headersOf));
            statement.setArray(4, texts(connection, events, EncodedEvent::payload));
            statement.setInt(5, epoch);
        });
        if (written < events.size()) {
            throw new OutboxUnavailable("The service publishes in another epoch than " + epoch);
        }
    }

    /**
     * Until the caller's transaction ends, others' events wait: what they append is then newer than what the caller reads,
     * and is sent after what it writes.
     */
    public void blockAppends() {
        execute("lock table outbox in exclusive mode", (connection, statement) -> {});
    }

    public void insertEnded(List<Written> ended) {
        if (ended.isEmpty()) {
            return;
        }
        execute(INSERT_ENDED, (connection, statement) -> {
            statement.setArray(1, texts(connection, ended, e -> e.topic().topicName()));
            statement.setArray(2, array(connection, "uuid", ended, Written::id));
            statement.setArray(
                    3, array(connection, "integer", ended, e -> e.sequence().epoch()));
            statement.setArray(
                    4, array(connection, "bigint", ended, e -> e.sequence().version()));
        });
    }

    private int execute(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(connection, statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be written", e);
        }
    }

    private static <T> Array texts(Connection connection, List<T> rows, Function<T, String> column)
            throws SQLException {
        return array(connection, "text", rows, column);
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, ?> column)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    private static String headersOf(EncodedEvent event) {
        try {
            return MAPPER.writeValueAsString(event.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always serialisable", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }
}
