package io.keyholder.outbox.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Topic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of records on decisive topics that could not be read. What they concern is denied until they are repaired. */
public final class UnreadableEvents {
    private static final int LONGEST_KEY = 255;

    private static final String ADD = """
            insert into unreadable_event (topic, key, tenant_id, relationship_id, reason) values (?, ?, ?, ?, ?)
            on conflict (topic, key) do update set reason = excluded.reason, seen_at = excluded.seen_at
            """;

    /** Of a record whose headers name no context nobody knows whom it concerns: it denies every relationship. */
    private static final String DENIED = """
            select exists (select from unreadable_event
                           where relationship_id = ?
                              or (relationship_id is null and (tenant_id = ? or tenant_id is null)))
            """;

    private final DataSource database;

    public UnreadableEvents(DataSource database) {
        this.database = database;
    }

    void add(Topic topic, String key, EventContext context, String reason) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, topic.topicName());
            statement.setString(2, storable(key));
            statement.setObject(3, context.tenantId());
            statement.setObject(4, context.relationshipId());
            statement.setString(5, DeadLetters.shortened(reason).replace('\0', ' '));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An unreadable event could not be remembered", e);
        }
    }

    void release(Topic topic, String key) {
        if (!topic.isDecisive()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from unreadable_event where topic = ? and key = ?")) {
            statement.setString(1, topic.topicName());
            statement.setString(2, storable(key));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An unreadable event could not be released", e);
        }
    }

    /** Keys are ids, but whoever writes on a topic may write any: one that no index takes is known by its digest. */
    private static String storable(String key) {
        return key.length() <= LONGEST_KEY && key.indexOf('\0') < 0
                ? key
                : "sha-256:" + HexFormat.of().formatHex(sha256(key));
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether something that was not readable may concern the relationship. */
    public boolean deny(UUID customerId, UUID relationshipId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DENIED)) {
            statement.setObject(1, relationshipId);
            statement.setObject(2, customerId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The unreadable events could not be read", e);
        }
    }
}
