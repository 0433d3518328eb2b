package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.web.answer.RenderedAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of keys and first answers. Every method works in the caller's transaction. */
@ApplicationScoped
class IdempotencyKeys {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String FIND = """
            select body_hash, meaning_hash, status, headers, body from idempotency_key
            where id = ? and answered_at > now() - interval '24 hours'
            """;

    private static final String STORE = """
            insert into idempotency_key (id, body_hash, meaning_hash, status, headers, body) values (?, ?, ?, ?, ?::jsonb, ?)
            on conflict (id) do update
            set body_hash = excluded.body_hash, meaning_hash = excluded.meaning_hash, status = excluded.status, headers = excluded.headers,
                body = excluded.body, answered_at = excluded.answered_at
            """;

    private final DataSource database;

    IdempotencyKeys(DataSource database) {
        this.database = database;
    }

    /** Takes the key for the present transaction; false when another request holds it. */
    boolean lock(byte[] id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ByteBuffer.wrap(id).getLong());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An idempotency key could not be locked", e);
        }
    }

    /** An answer with the request that it was given to. */
    record Kept(RequestHash hash, RenderedAnswer answer) {}

    Optional<Kept> find(byte[] id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setBytes(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(kept(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("An idempotency key could not be read", e);
        }
    }

    private static Kept kept(ResultSet row) throws SQLException, JsonProcessingException {
        byte[] body = row.getBytes(5);
        RenderedAnswer answer = new RenderedAnswer(
                row.getInt(3), MAPPER.readValue(row.getString(4), HEADERS), body == null ? new byte[0] : body);
        return new Kept(new RequestHash(row.getBytes(1), row.getBytes(2)), answer);
    }

    void store(byte[] id, RequestHash hash, RenderedAnswer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setBytes(1, id);
            statement.setBytes(2, hash.bytes());
            statement.setBytes(3, hash.meaning());
            statement.setInt(4, answer.status());
            statement.setString(5, new String(MAPPER.writeValueAsBytes(answer.headers()), UTF_8));
            statement.setBytes(6, answer.body());
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("An idempotency key could not be stored", e);
        }
    }

    /** Deletes what is older than the 24 hours for which a key is kept. */
    void deleteExpired() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "delete from idempotency_key where answered_at < now() - interval '24 hours'")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Expired idempotency keys could not be deleted", e);
        }
    }
}
