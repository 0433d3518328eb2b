package io.keyholder.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two tenants, and requests of their users against the sample resource. */
@QuarkusTestResource(KeyholderTestResource.class)
abstract class SampleTest {
    static final Duration SOON = Duration.ofSeconds(30);

    @Provided
    protected KafkaBackend kafka;

    @Provided
    protected Database database;

    @Provided("tenants")
    protected TestIssuer issuer;

    @Inject
    protected AccessState state;

    @Inject
    KafkaConfig kafkaConfig;

    protected Published published;
    protected UUID aurora;
    protected UUID borealis;

    @BeforeEach
    void registerTenants() {
        published = Published.on(kafka);
        aurora = tenant();
        borealis = tenant();
    }

    @AfterEach
    void stopPublishing() {
        published.close();
    }

    private UUID tenant() {
        UUID id = Ids.next();
        published.states(new TenantState(
                id,
                "Tenant",
                List.of("t" + id + ".example"),
                List.of(new TenantState.Issuer(issuer.issuer(), true)),
                true,
                TenantState.Status.ACTIVE,
                Instant.now()));
        await().atMost(SOON).until(() -> state.tenant(id).isPresent());
        return id;
    }

    /** Somebody who may do everything in the tenant. */
    protected RequestSpecification admin(UUID tenant) {
        return as(TokenSpec.of("ada").tenant(tenant.toString()).roles("global-admin"));
    }

    /** Somebody who may do nothing. */
    protected RequestSpecification guest(UUID tenant) {
        return as(TokenSpec.of("gus").tenant(tenant.toString()));
    }

    protected RequestSpecification as(TokenSpec who) {
        return given().header("Authorization", "Bearer " + issuer.token(who));
    }

    protected static String name() {
        return "n" + Ids.next();
    }

    protected Response create(String name) {
        return admin(aurora)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\"}")
                .post("/v1/notes");
    }

    /** What has been recorded in a tenant's log until now. */
    protected List<AuditEntry> log(UUID tenant) {
        List<AuditEntry> entries = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(ConsumerProperties.of(kafkaConfig))) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.AUDIT.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> addEntry(entries, message));
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return entries.stream().filter(e -> tenant.equals(e.tenantId())).toList();
    }

    private static void addEntry(List<AuditEntry> entries, ConsumerRecord<String, byte[]> message) {
        try {
            if (!message.key().startsWith("watermark:")
                    && KafkaRecords.decode(Topic.AUDIT, message).data() instanceof AuditEntry entry) {
                entries.add(entry);
            }
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
    }
}
