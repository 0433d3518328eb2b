package io.keyholder.outbox.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.Entries;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.OutboxUnavailable;
import io.keyholder.outbox.Provenance;
import io.keyholder.outbox.Relationship;
import io.keyholder.outbox.TopicLog;
import io.keyholder.outbox.cdi.RealClients;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases and topics that have lost something: the service says everything anew, by itself. */
@QuarkusTest
@TestProfile(ReconciliationIT.OfItsOwn.class)
@QuarkusTestResource(KeyholderTestResource.class)
class ReconciliationIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Provided
    KafkaBackend kafka;

    @Provided
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    Kept kept;

    /** An application of its own, for what is done to its database. */
    public static final class OfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("keyholder.outbox.make-lost-topics", "true");
        }
    }

    /** What an earlier test did to the database is compared with the topics first. */
    @BeforeEach
    void awaitCompared() {
        await().atMost(SOON)
                .until(() -> database.number("select count(*) from outbox_epoch where verified = outbox_fingerprint()")
                        == 1);
    }

    private void publish(Relationship relationship, long version) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(
                        EventType.RELATIONSHIP_ESTABLISHED, relationship.active(), version, Provenance.platform()));
    }

    private void awaitSent() {
        await().atMost(SOON).until(() -> database.number("select count(*) from outbox") == 0);
    }

    private int epoch() {
        return database.number("select epoch from outbox_epoch");
    }

    private List<String> sent(Relationship relationship) {
        return new TopicLog(kafka.bootstrapServers()).sequencesOf(Topic.RELATIONSHIPS, relationship.id());
    }

    /** As when the server has been restarted with what a backup had. */
    private void restored(String sql) {
        database.execute(sql + "; update outbox_epoch set verified = 'before';"
                + " select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'keyholder-relay'");
    }

    @Test
    void shouldRaiseTheEpochOfADatabaseThatIsBehindItsTopics() {
        Relationship relationship = Relationship.some();
        publish(relationship, 4);
        publish(relationship, 5);
        awaitSent();
        int before = epoch();
        kept.only(relationship.active(), 4);

        restored("update outbox_progress set last_id = last_id - 1");

        await().atMost(SOON).until(() -> sent(relationship).contains((before + 1) + ".4"));
        assertThat(epoch()).isEqualTo(before + 1);
        publish(relationship, 5);
        await().atMost(SOON).until(() -> sent(relationship).contains((before + 1) + ".5"));
    }

    @Test
    void shouldTakeNoChangeOfADatabaseThatNobodyHasCompared() {
        publish(Relationship.some(), 1);
        awaitSent();
        relay.close();
        await().atMost(SOON).until(() -> !relay.status().isActive());

        database.execute("update outbox_epoch set verified = 'before'");

        assertThatThrownBy(() -> publish(Relationship.some(), 1)).hasRootCauseInstanceOf(OutboxUnavailable.class);
        assertThatThrownBy(() -> publish(Relationship.some(), 1)).isInstanceOf(OutboxUnavailable.class);
        database.execute("update outbox_epoch set verified = outbox_fingerprint()");
        publish(Relationship.some(), 1);
    }

    @Test
    void shouldGoOnInTheSameEpochAfterARestartThatHasLostNothing() {
        publish(Relationship.some(), 1);
        awaitSent();
        int before = epoch();

        restored("select 1");

        await().atMost(SOON)
                .until(() -> database.number("select count(*) from outbox_epoch where verified = outbox_fingerprint()")
                        == 1);
        publish(Relationship.some(), 1);
        awaitSent();
        assertThat(epoch()).isEqualTo(before);
    }

    @Test
    void shouldKeepAnEntryUntilAuditServiceHasStoredIt() {
        UUID entry = audited();
        assertThat(unconfirmed(entry)).isEqualTo(1);

        try (Consumer<String, byte[]> auditService =
                new RealClients(kafka.bootstrapServers()).inGroup("audit-service")) {
            Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
            auditService
                    .endOffsets(IntStream.range(0, Topic.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(Topic.AUDIT.topicName(), partition))
                            .toList())
                    .forEach((partition, end) -> taken.put(partition, new OffsetAndMetadata(end)));
            auditService.assign(taken.keySet());
            auditService.commitSync(taken);
        }

        await().atMost(SOON).until(() -> unconfirmed(entry) == 0);
    }

    @Test
    void shouldSendEntriesAgainWhereTheAuditLogWasLost() throws Exception {
        UUID entry = audited();
        int before = epoch();

        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(Topic.AUDIT.topicName())).all().get();
            await().atMost(SOON).until(() -> {
                new RealClients(kafka.bootstrapServers()).provision();
                return admin.listTopics().names().get().contains(Topic.AUDIT.topicName());
            });
        }

        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> new TopicLog(kafka.bootstrapServers())
                        .of(Topic.AUDIT).stream()
                                .anyMatch(message -> new String(message.value(), UTF_8).contains(entry.toString())));
        assertThat(unconfirmed(entry)).isEqualTo(1);
        assertThat(epoch()).isEqualTo(before);
    }

    /** Of an entry that has been sent. */
    private UUID audited() {
        UUID id = Ids.next();
        QuarkusTransaction.requiringNew().run(() -> outbox.audit(Entries.some(id), Provenance.platform()));
        awaitSent();
        return id;
    }

    private int unconfirmed(UUID entry) {
        return database.number("select count(*) from outbox_unconfirmed where payload like '%" + entry + "%'");
    }

    @Test
    void shouldPublishEverythingAnewWhereATopicWasLost() throws Exception {
        Relationship relationship = Relationship.some();
        publish(relationship, 4);
        awaitSent();
        int before = epoch();
        kept.only(relationship.active(), 4);

        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(Topic.RELATIONSHIPS.topicName())).all().get();
        }

        await().atMost(SOON).ignoreExceptions().until(() -> sent(relationship).equals(List.of((before + 1) + ".4")));
    }
}
