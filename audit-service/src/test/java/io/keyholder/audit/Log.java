package io.keyholder.audit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The surroundings of the service: other services' tenants and audit events, callers, and its table. */
final class Log implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private final Published published;
    private final Producer<String, byte[]> producer;
    private final Database database;
    private final TestIssuer issuer;

    Log(KafkaBackend kafka, Database database, TestIssuer issuer) {
        this.published = Published.on(kafka);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.database = database;
        this.issuer = issuer;
    }

    /** Registers a tenant and returns when its tokens are accepted. */
    UUID tenant() {
        UUID id = Ids.next();
        published.states(new TenantState(
                id,
                "Aurora",
                List.of(id + ".example"),
                List.of(new TenantState.Issuer(issuer.issuer(), true)),
                false,
                TenantState.Status.ACTIVE,
                Instant.parse("2026-01-01T00:00:00Z")));
        await().atMost(SOON).until(() -> as(id).get("/v1/audit/events").statusCode() == 200);
        return id;
    }

    /** The tenant's Global admin. */
    RequestSpecification as(UUID tenant) {
        return given().auth()
                .oauth2(issuer.token(
                        TokenSpec.of("grace").tenant(tenant.toString()).roles("global-admin")));
    }

    /** A user of the tenant who holds no role. */
    RequestSpecification plain(UUID tenant) {
        return given().auth().oauth2(issuer.token(TokenSpec.of("ada").tenant(tenant.toString())));
    }

    /** Puts them on the topic. */
    void publish(AuditEntry... entries) {
        Arrays.stream(entries).map(Log::encoded).map(KafkaRecords::toRecord).forEach(producer::send);
        producer.flush();
    }

    /** Puts them on the topic and returns when all are stored. */
    void stored(AuditEntry... entries) {
        publish(entries);
        await().atMost(SOON).until(() -> Arrays.stream(entries).allMatch(this::has));
    }

    Published published() {
        return published;
    }

    static EncodedEvent encoded(AuditEntry entry) {
        return EventCodec.encode(
                Topic.AUDIT,
                new Event<>(
                        Ids.next(),
                        EventType.AUDIT_RECORDED.ceType(),
                        "rooms-service",
                        entry.time(),
                        new Sequence(1, 1),
                        EventContext.of(entry),
                        null,
                        null,
                        entry));
    }

    boolean has(AuditEntry entry) {
        return count("id = '" + entry.id() + "'") > 0;
    }

    long rowsOf(UUID tenant) {
        return count("tenant_id = '" + tenant + "'");
    }

    boolean hasAll(Collection<AuditEntry> entries) {
        return entries.stream().allMatch(this::has);
    }

    private long count(String condition) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from audit_entry where " + condition);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        published.close();
    }
}
