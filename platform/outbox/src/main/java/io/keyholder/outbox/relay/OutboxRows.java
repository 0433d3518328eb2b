package io.keyholder.outbox.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.EncodedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outbox as the relay's connection sees it. */
final class OutboxRows {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    record Row(long id, EncodedEvent event) {}

    /**
     * @param time of the database, read before the state of the outbox: what was committed before it is in that state
     * @param lastId the highest id then, 0 when the outbox was empty
     * @param age how long the first event has waited
     */
    record Survey(Instant time, long lastId, Duration age) {}

    private final Connection connection;

    OutboxRows(Connection connection) {
        this.connection = connection;
    }

    Survey survey() throws SQLException {
        // statement_timestamp() is taken before the statement's snapshot, so the snapshot holds all committed before
        // it.
        String sql = """
                select statement_timestamp(), coalesce((select max(id) from outbox), 0),
                       extract(epoch from statement_timestamp()
                           - coalesce((select created_at from outbox order by id limit 1), statement_timestamp()))
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Instant time = row.getObject(1, OffsetDateTime.class).toInstant();
            return new Survey(time, row.getLong(2), Duration.ofMillis((long) (row.getDouble(3) * 1000)));
        }
    }

    List<Row> next(int limit) throws SQLException {
        String sql = "select id, topic, key, headers, payload from outbox order by id limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getLong(1), eventOf(row)));
                }
            }
            return rows;
        }
    }

    void delete(List<Row> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::id).toArray()));
            statement.executeUpdate();
        }
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
