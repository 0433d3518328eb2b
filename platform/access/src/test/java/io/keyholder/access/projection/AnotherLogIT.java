package io.keyholder.access.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.access.World;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.StoppableKafka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A topic that is not what it was: its reader must not go by what it knows. */
class AnotherLogIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OWNER = "tenant-relationship-service";
    private static final String TOPIC = Topic.RELATIONSHIPS.topicName();

    private static StoppableKafka kafka;

    private final AccessProjection projection = new AccessProjection();

    /** So long that nothing grows old by itself. */
    private final Watermarks watermarks = new Watermarks(Clock.systemUTC(), Duration.ofHours(1));

    private final ProjectionReader reader = new ProjectionReader(
            projection,
            watermarks,
            List.of(Topic.RELATIONSHIPS),
            () -> new KafkaConsumer<>(ConsumerProperties.of(new KafkaAddress(kafka.bootstrapServers()))),
            MessageSpans.none());

    @BeforeAll
    static void startKafka() {
        kafka = KafkaBackend.startOwn();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void start() {
        makeTopic();
        Thread.ofPlatform().daemon(true).start(reader);
    }

    @AfterEach
    void end() throws Exception {
        reader.close();
        deleteTopic();
    }

    private static void makeTopic() {
        kafka.createTopic(TOPIC, Topic.PARTITIONS, Topic.RELATIONSHIPS.configuration());
    }

    private static void deleteTopic() throws Exception {
        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
            await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(TOPIC));
        }
    }

    private static void send(List<ProducerRecord<String, byte[]>> messages) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            messages.forEach(producer::send);
        }
    }

    private static void send(RelationshipState state, Sequence sequence) {
        Event<RelationshipState> event = new Event<>(
                Ids.next(),
                EventType.REPUBLISHED.ceType(),
                OWNER,
                Instant.now(),
                sequence,
                EventContext.of(state),
                null,
                null,
                state);
        send(List.of(KafkaRecords.toRecord(EventCodec.encode(Topic.RELATIONSHIPS, event))));
    }

    private static void beat(Sequence position, String log) {
        Watermark watermark = new Watermark(OWNER, Instant.now(), position, log);
        send(IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new ProducerRecord<>(TOPIC, partition, watermark.key(), watermark.payload()))
                .toList());
    }

    private static RelationshipState relationship(UUID id, Status status) {
        return World.state(id, Ids.next(), Ids.next(), status);
    }

    private void awaitFresh() {
        await().atMost(SOON).until(watermarks::isFresh);
    }

    private void awaitStale() {
        await().atMost(SOON).until(() -> !watermarks.isFresh());
    }

    @Test
    void shouldBeStaleUntilAllIsPublishedAnewWhereATopicWasMadeAnew() throws Exception {
        UUID id = Ids.next();
        send(relationship(id, Status.ACTIVE), new Sequence(1, 1));
        beat(new Sequence(1, 1), "first");
        awaitFresh();

        deleteTopic();
        makeTopic();
        awaitStale();

        send(relationship(id, Status.SUSPENDED), new Sequence(2, 1));
        beat(new Sequence(2, 2), "second");
        awaitFresh();
        assertThat(projection.relationship(id)).map(RelationshipState::status).contains(Status.SUSPENDED);
    }

    @Test
    void shouldReadFromTheBeginningWhatNamesAnotherLogThanBefore() {
        beat(new Sequence(1, 1), "first");
        awaitFresh();

        beat(new Sequence(2, 1), "second");
        awaitStale();

        awaitFresh();
        beat(new Sequence(2, 2), "second");
        assertThat(watermarks.isFresh()).isTrue();
    }

    @Test
    void shouldForgetWhatWasNotPublishedInTheNewEpoch() {
        UUID kept = Ids.next();
        UUID gone = Ids.next();
        send(relationship(kept, Status.ACTIVE), new Sequence(1, 7));
        send(relationship(gone, Status.ACTIVE), new Sequence(1, 7));
        beat(new Sequence(1, 2), "log");
        await().atMost(SOON).until(() -> projection.relationship(gone).isPresent());

        send(relationship(kept, Status.ACTIVE), new Sequence(2, 1));
        beat(new Sequence(2, 3), "log");

        await().atMost(SOON).until(() -> projection.relationship(gone).isEmpty());
        assertThat(projection.relationship(kept)).isPresent();
    }

    @Test
    void shouldNotBelieveAnOwnerThatHasGoneBack() {
        beat(new Sequence(1, 5), "log");
        awaitFresh();

        beat(new Sequence(1, 4), "log");
        awaitStale();

        beat(new Sequence(2, 4), "log");
        awaitFresh();
    }
}
