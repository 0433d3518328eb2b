package io.keyholder.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Relationship;
import io.keyholder.outbox.TopicLog;
import io.keyholder.outbox.cdi.RealClients;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.Provided;
import io.keyholder.testing.backend.Database;
import io.keyholder.testing.backend.KafkaBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class ConsumerIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int HERE = 2;
    private static final int ELSEWHERE = 3;

    @Provided
    KafkaBackend kafka;

    @Provided
    Database database;

    @Inject
    DataSource source;

    @Inject
    TestHandler handler;

    @All
    List<EventHandler<?>> handlers;

    @Inject
    UnreadableEvents unreadableEvents;

    @Inject
    ConsumedWatermarks watermarks;

    @Inject
    ConsumedProgress progress;

    private Producer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        RealClients clients = new RealClients(kafka.bootstrapServers());
        clients.provision();
        producer = clients.producer();
    }

    @AfterEach
    void disconnect() {
        producer.close();
        handler.recover();
    }

    private void send(int partition, EncodedEvent... events) {
        for (EncodedEvent event : events) {
            ProducerRecord<String, byte[]> message = KafkaRecords.toRecord(event);
            producer.send(new ProducerRecord<>(
                    message.topic(), partition, message.key(), message.value(), message.headers()));
        }
        producer.flush();
    }

    private void sendGarbage(Topic topic, int partition, String key, EncodedEvent headersOf) {
        ProducerRecord<String, byte[]> honest = KafkaRecords.toRecord(headersOf);
        producer.send(
                new ProducerRecord<>(topic.topicName(), partition, key, new byte[] {'{', '!', '}'}, honest.headers()));
        producer.flush();
    }

    private static EncodedEvent invitation(UUID id, long version) {
        InvitationState state = new InvitationState(
                id,
                Ids.next(),
                Ids.next(),
                "meridian.example",
                InvitationState.Status.PENDING,
                Scope.all(),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
        return EventCodec.encode(
                Topic.INVITATIONS,
                new Event<>(
                        Ids.next(),
                        EventType.INVITATION_SENT.ceType(),
                        "invitation-service",
                        Instant.EPOCH,
                        new Sequence(1, version),
                        EventContext.of(state),
                        null,
                        null,
                        state));
    }

    private Deliveries deliveries() {
        DeadLetters none = new DeadLetters(() -> producer, new SimpleMeterRegistry());
        return new Deliveries(
                new RecordHandling(handlers, unreadableEvents, none, MessageSpans.none()), watermarks, progress);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(UUID id) {
        return new TopicLog(kafka.bootstrapServers())
                .of(Topic.INVITATIONS.deadLetters()).stream()
                        .filter(letter -> id.toString().equals(letter.key()))
                        .toList();
    }

    private void awaitTaken(UUID id, String... sequences) {
        // The connection that a test has cut may be the one that this asks by.
        await().atMost(SOON).ignoreExceptions().until(() -> handler.taken(id).equals(List.of(sequences)));
    }

    @Nested
    class Order {

        @Test
        void shouldApplyEachStateOnceThoughItComesTwice() {
            Relationship r = Relationship.some();

            send(HERE, r.version(1), r.version(2), r.version(1), r.version(2), r.version(3));

            awaitTaken(r.id(), "1.1", "1.2", "1.1", "1.2", "1.3");
            assertThat(handler.latest(r.id())).containsExactly("1.3 after 3");
        }

        @Test
        void shouldIgnoreAnOlderStateThatComesLate() {
            Relationship r = Relationship.some();

            send(HERE, r.version(3), r.version(1), r.version(2));

            awaitTaken(r.id(), "1.3", "1.1", "1.2");
            assertThat(handler.latest(r.id())).containsExactly("1.3 after 1");
        }

        @Test
        void shouldForgetWhatATombstoneStandsFor() {
            Relationship r = Relationship.some();

            producer.send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), r.id().toString(), null));

            await().atMost(SOON).until(() -> handler.forgotten().contains(r.id().toString()));
        }
    }

    @Nested
    class Failing {

        @Test
        void shouldLoseAndRepeatNothingWhenItFailsInTheMiddleOfABatch() {
            List<Relationship> batch = List.of(Relationship.some(), Relationship.some(), Relationship.some());
            AtomicInteger attempts = new AtomicInteger();
            handler.failAt(
                    batch.get(1).id(),
                    () -> attempts.incrementAndGet() < 4 ? new IllegalStateException("killed") : null);

            batch.forEach(r -> send(HERE, r.version(1), r.version(2)));

            batch.forEach(r -> awaitTaken(r.id(), "1.1", "1.2"));
            assertThat(batch).allSatisfy(r -> assertThat(handler.latest(r.id())).containsExactly("1.2 after 2"));
        }

        @Test
        void shouldDenyWhatADecisiveRecordConcernsThatCannotBeTakenAndHoldUpNobody() {
            Relationship bad = Relationship.some();
            Relationship behind = Relationship.some();
            Relationship beside = Relationship.some();
            UUID invitation = Ids.next();
            handler.failAt(bad.id(), () -> new IllegalStateException("not storable"));

            send(0, bad.version(1), behind.version(1));
            send(ELSEWHERE, beside.version(1));
            send(HERE, invitation(invitation, 1));

            awaitTaken(beside.id(), "1.1");
            awaitTaken(invitation, "1.1");
            awaitTaken(behind.id(), "1.1");
            assertThat(handler.taken(bad.id())).isEmpty();
            assertThat(unreadableEvents.deny(bad.customerId(), bad.id())).isTrue();
            assertThat(handler.unreadable()).contains(bad.id().toString());
            assertThat(unreadableEvents.deny(behind.customerId(), behind.id())).isFalse();
            handler.recover(bad.id());
            send(0, bad.version(2));
            awaitTaken(bad.id(), "1.2");
            assertThat(unreadableEvents.deny(bad.customerId(), bad.id())).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"54000", "42P01", "XX000", "22021"})
        void shouldSetAsideAPoisonInTheMiddleWhateverTheDatabaseCallsIt(String state) {
            UUID before = Ids.next();
            UUID bad = Ids.next();
            UUID behind = Ids.next();
            handler.failAt(bad, () -> new IllegalStateException(new SQLException("poison", state)));

            send(HERE, invitation(before, 1), invitation(bad, 1), invitation(behind, 1));

            await().atMost(SOON).until(() -> !deadLetters(bad).isEmpty());
            await().atMost(SOON).until(() -> handler.taken(behind).contains("1.1"));
            assertThat(handler.taken(before)).contains("1.1");
            assertThat(handler.taken(bad)).isEmpty();
        }

        @Test
        void shouldSetNothingAsideThatFailsLikeEveryOther() {
            List<UUID> all = List.of(Ids.next(), Ids.next(), Ids.next());
            AtomicInteger attempts = new AtomicInteger();
            all.forEach(id -> handler.failAt(
                    id,
                    () -> attempts.incrementAndGet() < 60
                            ? new IllegalStateException(new SQLException("no such table", "42P01"))
                            : null));

            send(HERE, all.stream().map(id -> invitation(id, 1)).toArray(EncodedEvent[]::new));

            await().atMost(Duration.ofSeconds(40))
                    .until(() -> all.stream().allMatch(id -> handler.taken(id).contains("1.1")));
            assertThat(all).allSatisfy(id -> assertThat(deadLetters(id)).isEmpty());
        }

        @Test
        void shouldTakeWhatIsBesideABadRecordInTheVeryBatch() {
            Relationship before = Relationship.some();
            Relationship bad = Relationship.some();
            Relationship behind = Relationship.some();
            Relationship beside = Relationship.some();
            handler.failAt(bad.id(), () -> new IllegalStateException("not now"));
            TopicPartition first = new TopicPartition("relationships.v1", 70);
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records = new LinkedHashMap<>();
            records.put(first, List.of(at(70, 70, before), at(70, 71, bad), at(70, 72, behind)));
            records.put(new TopicPartition("relationships.v1", 71), List.of(at(71, 50, beside)));

            Map<TopicPartition, Long> again = deliveries().deliver(new ConsumerRecords<>(records, Map.of()));

            assertThat(again).containsExactly(Map.entry(first, 71L));
            assertThat(handler.taken(before.id())).containsExactly("1.1");
            assertThat(handler.taken(beside.id())).containsExactly("1.1");
            assertThat(handler.taken(behind.id())).isEmpty();
        }

        private ConsumerRecord<String, byte[]> at(int partition, long offset, Relationship r) {
            ProducerRecord<String, byte[]> message = KafkaRecords.toRecord(r.version(1));
            return new ConsumerRecord<>(
                    message.topic(),
                    partition,
                    offset,
                    0,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    message.key(),
                    message.value(),
                    message.headers(),
                    Optional.empty());
        }

        @Test
        void shouldPutAsideWhatFailsAgainAndAgainWhereAccessDoesNotDependOnIt() {
            UUID bad = Ids.next();
            UUID behind = Ids.next();
            handler.failAt(bad, () -> new IllegalArgumentException("no such thing"));

            send(HERE, invitation(bad, 1), invitation(behind, 1));

            awaitTaken(behind, "1.1");
            assertThat(handler.taken(bad)).isEmpty();
            assertThat(deadLetters(bad)).hasSize(1);
            assertThat(KafkaRecords.headersOf(deadLetters(bad).getFirst()))
                    .hasEntrySatisfying(
                            "keyholder-reason", reason -> assertThat(reason).contains("no such thing"))
                    .containsKey("ce_id");
        }

        @Test
        void shouldGoOnAfterAnError() {
            Relationship r = Relationship.some();
            AtomicInteger attempts = new AtomicInteger();
            handler.failAt(r.id(), () -> attempts.incrementAndGet() < 5 ? new NoClassDefFoundError("once") : null);

            send(HERE, r.version(1));

            awaitTaken(r.id(), "1.1");
        }

        @Test
        void shouldPutNothingAsideWhileTheDatabaseIsAway() {
            UUID invitation = Ids.next();
            AtomicInteger attempts = new AtomicInteger();
            handler.failAt(invitation, () -> {
                if (attempts.incrementAndGet() < 8) {
                    database.terminateConnections();
                }
                return null;
            });

            send(HERE, invitation(invitation, 1));

            awaitTaken(invitation, "1.1");
            assertThat(attempts.get()).isGreaterThanOrEqualTo(8);
            assertThat(deadLetters(invitation)).isEmpty();
        }
    }

    @Nested
    class Sharing {
        private final ConsumerShare share = new ConsumerShare(source);
        private Thread thread;
        private GroupConsumer other;

        @AfterEach
        void close() {
            if (other != null) {
                other.close();
                await().atMost(SOON).until(() -> !thread.isAlive());
            }
        }

        @Test
        void shouldReadHalfBesideAnotherAndAllWithoutIt() {
            Set<Topic> topics = Set.of(Topic.RELATIONSHIPS, Topic.INVITATIONS);
            begin(topics, new RealClients(kafka.bootstrapServers()).inGroup("tenant-relationship-service"));

            await().atMost(SOON).until(() -> share.size() == Topic.PARTITIONS / 2);
            assertTaken(Topic.PARTITIONS);
            close();

            await().atMost(SOON).until(() -> holders() == 1);
            assertTaken(Topic.PARTITIONS);
        }

        /** As two do of which one does not know yet that its share is the other's. */
        @Test
        void shouldTakeOnceWhatTwoRead() {
            AtomicInteger assigned = new AtomicInteger();
            begin(Set.of(Topic.RELATIONSHIPS), readingEverything(assigned));
            await().atMost(SOON).until(() -> assigned.get() > 0);
            Relationship r = Relationship.some();

            for (int version = 1; version <= 20; version++) {
                send(HERE, r.version(version));
            }

            await().atMost(SOON).until(() -> handler.taken(r.id()).size() >= 20);
            assertThat(handler.taken(r.id())).doesNotHaveDuplicates();
            assertThat(handler.latest(r.id())).containsExactly("1.20 after 20");
        }

        /** As beside a process of 0.1.0, which shares by the group: Kafka takes commits of its members alone. */
        @Test
        void shouldReadThoughKafkaTakesNoCommits() {
            Consumer<String, byte[]> member =
                    new RealClients(kafka.bootstrapServers()).inGroup("tenant-relationship-service");
            try (member) {
                member.subscribe(List.of(Topic.RELATIONSHIPS.topicName()));
                await().atMost(SOON).until(() -> {
                    member.poll(Duration.ofMillis(100));
                    return !member.assignment().isEmpty();
                });

                assertTaken(Topic.PARTITIONS);
            }
        }

        private void assertTaken(int partitions) {
            for (int partition = 0; partition < partitions; partition++) {
                Relationship r = Relationship.some();
                send(partition, r.version(1));
                awaitTaken(r.id(), "1.1");
            }
        }

        private void begin(Set<Topic> topics, Consumer<String, byte[]> consumer) {
            other = new GroupConsumer(
                    () -> consumer, topics, share, deliveries(), progress, new ConsumerLag(Clock.systemUTC()));
            thread = Thread.ofPlatform().start(other);
        }

        private int holders() {
            return database.number("select count(distinct holder) from consumer_share");
        }

        @SuppressWarnings("unchecked")
        private Consumer<String, byte[]> readingEverything(AtomicInteger assigned) {
            Consumer<String, byte[]> real = new RealClients(kafka.bootstrapServers()).inGroup("another");
            return (Consumer<String, byte[]>) Proxy.newProxyInstance(
                    ConsumerIT.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                        try {
                            if (!method.getName().equals("assign")) {
                                return method.invoke(real, arguments);
                            }
                            real.assign(IntStream.range(0, Topic.PARTITIONS)
                                    .mapToObj(p -> new TopicPartition(Topic.RELATIONSHIPS.topicName(), p))
                                    .toList());
                            return assigned.incrementAndGet();
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Nested
    class Unreadable {

        @Test
        void shouldPutAsideWithItsReasonWhereAccessDoesNotDependOnIt() {
            UUID bad = Ids.next();
            UUID behind = Ids.next();

            sendGarbage(Topic.INVITATIONS, HERE, bad.toString(), invitation(bad, 1));
            send(HERE, invitation(behind, 1));

            awaitTaken(behind, "1.1");
            assertThat(deadLetters(bad)).isNotEmpty();
            assertThat(KafkaRecords.headersOf(deadLetters(bad).getFirst()).get("keyholder-reason"))
                    .contains("Not a readable InvitationState");
            assertThat(deadLetters(bad).getFirst().value()).containsExactly('{', '!', '}');
        }

        @Test
        void shouldDenyTheContextUntilAReadableOneComes() {
            Relationship r = Relationship.some();
            Relationship other = Relationship.some();

            sendGarbage(Topic.RELATIONSHIPS, HERE, r.id().toString(), r.version(1));

            await().atMost(SOON).until(() -> unreadableEvents.deny(r.customerId(), r.id()));
            assertThat(handler.unreadable()).contains(r.id().toString());
            assertThat(unreadableEvents.deny(other.customerId(), other.id())).isFalse();
            send(HERE, r.version(2));
            await().atMost(SOON).until(() -> !unreadableEvents.deny(r.customerId(), r.id()));
        }

        @Test
        void shouldRememberAlsoAKeyThatNoIndexTakes() {
            Relationship any = Relationship.some();
            Relationship behind = Relationship.some();
            String key = "k\0".repeat(5_000);

            sendGarbage(Topic.RELATIONSHIPS, HERE, key, any.version(1));
            send(HERE, behind.version(1));

            awaitTaken(behind.id(), "1.1");
            assertThat(unreadableEvents.deny(any.customerId(), any.id())).isTrue();
            producer.send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), HERE, key, null));
            await().atMost(SOON).until(() -> !unreadableEvents.deny(any.customerId(), any.id()));
        }

        @Test
        void shouldDenyAllPartnersWhenEvenTheKeyCannotBeRead() {
            Relationship any = Relationship.some();
            Relationship named = Relationship.some();

            // Its headers may say something; whose state it replaces nobody knows.
            sendGarbage(Topic.RELATIONSHIPS, HERE, "no-id", named.version(1));

            await().atMost(SOON).until(() -> unreadableEvents.deny(any.customerId(), any.id()));
            producer.send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), HERE, "no-id", null));
            await().atMost(SOON).until(() -> !unreadableEvents.deny(any.customerId(), any.id()));
        }
    }

    @Nested
    class GoneBack {

        @Test
        void shouldTakeAgainWhatARestoredDatabaseHasNotTaken() {
            Relationship r = Relationship.some();
            send(HERE, r.version(1));
            awaitTaken(r.id(), "1.1");

            // By then it may have taken more, but nothing that is not taken again.
            database.execute("update consumer_progress set next_offset = 0 where kafka_partition = " + HERE
                    + " and topic = 'relationships.v1'");
            send(HERE, r.version(2));

            awaitTaken(r.id(), "1.1", "1.1", "1.2");
            assertThat(handler.latest(r.id())).containsExactly("1.2 after 2");
        }

        @Test
        void shouldReadFromItsBeginningWhatIsAnotherLogThanBefore() {
            Instant time = Instant.parse("2026-03-01T00:00:00Z");
            Relationship r = Relationship.some();
            send(HERE, r.version(1));
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                sendWatermark(partition, "moved-service", time, "one");
            }
            await().atMost(SOON)
                    .until(() -> watermarks.hasEverythingBefore(Topic.RELATIONSHIPS, "moved-service", time));

            sendWatermark(HERE, "moved-service", time, "two");

            awaitTaken(r.id(), "1.1", "1.1");
        }

        @Test
        void shouldTakeAsAnotherLogTheOneThatEndsBeforeWhatWasTaken() {
            Relationship r = Relationship.some();
            send(ELSEWHERE, r.version(1));
            awaitTaken(r.id(), "1.1");

            database.execute("update consumer_progress set next_offset = 1000000000 where kafka_partition = "
                    + ELSEWHERE + " and topic = 'relationships.v1'");
            send(ELSEWHERE, r.version(2));

            awaitTaken(r.id(), "1.1", "1.1", "1.2");
        }
    }

    private void sendWatermark(int partition, String source, Instant time, String log) {
        sendWatermark(Topic.RELATIONSHIPS, partition, new Watermark(source, time, new Sequence(1, 0), log));
    }

    private void sendWatermark(Topic topic, int partition, Watermark watermark) {
        producer.send(new ProducerRecord<>(topic.topicName(), partition, watermark.key(), watermark.payload()));
    }

    @Nested
    class Completeness {

        @Test
        void shouldBeKnownOnceEveryPartitionHasSaidSo() {
            Instant time = Instant.parse("2026-02-01T00:00:00Z");
            for (int partition = 0; partition < Topic.PARTITIONS - 1; partition++) {
                sendWatermark(partition, "some-service", time, "log");
            }
            Relationship last = Relationship.some();
            send(Topic.PARTITIONS - 2, last.version(1));
            awaitTaken(last.id(), "1.1");
            assertThat(watermarks.hasEverythingBefore(Topic.RELATIONSHIPS, "some-service", time))
                    .isFalse();

            sendWatermark(Topic.PARTITIONS - 1, "some-service", time, "log");

            await().atMost(SOON).until(() -> watermarks.hasEverythingBefore(Topic.RELATIONSHIPS, "some-service", time));
            assertThat(watermarks.hasEverythingBefore(Topic.RELATIONSHIPS, "some-service", time.plusMillis(1)))
                    .isFalse();
        }

        @Test
        void shouldBeToldOfAnEpochOnceEveryPartitionIsInIt() {
            inEpoch(1, 0, Topic.PARTITIONS);
            await().atMost(SOON).until(() -> handler.complete().contains("INVITATIONS in 1"));

            inEpoch(3, 0, Topic.PARTITIONS - 1);
            UUID last = Ids.next();
            send(Topic.PARTITIONS - 2, invitation(last, 1));
            awaitTaken(last, "1.1");
            assertThat(handler.complete()).doesNotContain("INVITATIONS in 3");

            inEpoch(3, Topic.PARTITIONS - 1, Topic.PARTITIONS);
            await().atMost(SOON).until(() -> handler.complete().contains("INVITATIONS in 3"));
            assertThat(handler.complete()).containsOnlyOnce("INVITATIONS in 1", "INVITATIONS in 3");
        }

        private void inEpoch(int epoch, int fromPartition, int toPartition) {
            for (int partition = fromPartition; partition < toPartition; partition++) {
                sendWatermark(
                        Topic.INVITATIONS,
                        partition,
                        new Watermark("invitation-service", Instant.EPOCH, new Sequence(epoch, 0), "log"));
            }
        }
    }
}
