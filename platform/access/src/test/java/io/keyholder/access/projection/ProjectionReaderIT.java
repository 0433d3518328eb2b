package io.keyholder.access.projection;

import static io.keyholder.access.World.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.access.Decision;
import io.keyholder.access.Decisions;
import io.keyholder.access.DenialReason;
import io.keyholder.access.Permission;
import io.keyholder.access.World;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.StoppableKafka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionReaderIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration BOUND = Duration.ofSeconds(4);
    private static final List<Topic> TOPICS =
            List.of(Topic.TENANTS, Topic.RELATIONSHIPS, Topic.ROLES, Topic.ASSIGNMENTS);

    private static StoppableKafka kafka;
    private static Instant lastBeat = Instant.now();

    private final List<ProjectionReader> readers = new ArrayList<>();
    private Producer<String, byte[]> producer;

    /** What one instance of a service knows. */
    private final class Instance {
        private final AccessProjection projection = new AccessProjection();
        private final Watermarks watermarks = new Watermarks(Clock.systemUTC(), BOUND);
        private final Decisions decisions = new Decisions(projection, watermarks, Clock.systemUTC());
        private final ProjectionReader reader;

        Instance(Topic... more) {
            reader = new ProjectionReader(
                    projection,
                    watermarks,
                    Stream.concat(TOPICS.stream(), Stream.of(more)).toList(),
                    () -> new KafkaConsumer<>(ConsumerProperties.of(config())),
                    MessageSpans.none());
        }

        Instance start() {
            readers.add(reader);
            Thread.ofPlatform().daemon(true).start(reader);
            return this;
        }

        Instance caughtUp() {
            await().atMost(SOON).until(reader::hasCaughtUp);
            return this;
        }
    }

    @BeforeAll
    static void startKafka() {
        kafka = KafkaBackend.startOwn();
        TOPICS.forEach(t -> kafka.createTopic(t.topicName(), Topic.PARTITIONS, t.configuration()));
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    @AfterEach
    void end() {
        readers.forEach(ProjectionReader::close);
        producer.close();
    }

    private static KafkaConfig config() {
        return new KafkaAddress(kafka.bootstrapServers());
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> message(Topic topic, AggregateState state, long version) {
        EncodedEvent encoded = EventCodec.encode(topic, event(state, new Sequence(1, version)));
        return KafkaRecords.toRecord(encoded);
    }

    private void send(Topic topic, AggregateState state, long version) {
        send(message(topic, state, version));
    }

    /** As the relays of the owners do. */
    private void beat() {
        lastBeat = Instant.now();
        for (Topic topic : TOPICS) {
            String owner = topic.isWrittenBy("rbac-service") ? "rbac-service" : "tenant-relationship-service";
            Watermark watermark = new Watermark(owner, lastBeat, new Sequence(1, 0), "log");
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                send(new ProducerRecord<>(topic.topicName(), partition, watermark.key(), watermark.payload()));
            }
        }
    }

    /** A partner's user who may see a customer's rooms. */
    private final class Partnership {
        private final UUID customer = Ids.next();
        private final UUID partner = Ids.next();
        private final UUID id = Ids.next();
        private final UUID role = Ids.next();

        Partnership establish() {
            send(Topic.TENANTS, tenant(customer), 1);
            send(Topic.TENANTS, tenant(partner), 1);
            send(Topic.ROLES, World.role(role, customer, id, Permission.ROOMS_VIEW), 1);
            send(
                    Topic.ASSIGNMENTS,
                    new AssignmentState(
                            Ids.next(),
                            role,
                            new Sequence(1, 1),
                            customer,
                            id,
                            List.of(World.user(partner, "mia")),
                            Scope.all(),
                            null,
                            null,
                            AssignmentState.Status.ACTIVE,
                            null),
                    1);
            send(Topic.RELATIONSHIPS, state(RelationshipState.Status.ACTIVE), 1);
            return this;
        }

        RelationshipState state(RelationshipState.Status status) {
            return World.state(id, customer, partner, status);
        }

        Decision decision(Instance instance) {
            return instance.decisions.decide(World.caller(partner, "mia"), Permission.ROOMS_VIEW, customer);
        }

        Decision ownDecision(Instance instance) {
            return instance.decisions.decide(World.globalAdmin(partner), Permission.ROOMS_VIEW, partner);
        }

        private static TenantState tenant(UUID id) {
            return new TenantState(id, "T", List.of(), List.of(), true, TenantState.Status.ACTIVE, World.NOW);
        }
    }

    private static DenialReason reason(Decision decision) {
        return decision instanceof Decision.Denied denied ? denied.reason() : null;
    }

    @Test
    void shouldKnowWhatWasThereOnceItHasCaughtUpAndFollowWhatComes() {
        Partnership partnership = new Partnership().establish();
        beat();

        Instance instance = new Instance().start().caughtUp();

        assertThat(partnership.decision(instance).isAllowed()).isTrue();
        send(Topic.RELATIONSHIPS, partnership.state(RelationshipState.Status.SUSPENDED), 2);
        await().atMost(SOON).until(() -> reason(partnership.decision(instance)) == DenialReason.RELATIONSHIP_SUSPENDED);
    }

    @Test
    void shouldDenyPartnersUntilEveryPartitionHasItsWatermarkAndOwnAccessOnlyUntilItHasCaughtUp() {
        Partnership partnership = new Partnership().establish();
        Instance instance = new Instance();
        assertThat(reason(partnership.ownDecision(instance))).isEqualTo(DenialReason.DATA_TOO_OLD);
        // What other tests have sent is over.
        await().atMost(SOON).until(() -> Instant.now().isAfter(lastBeat.plus(BOUND)));

        instance.start().caughtUp();

        assertThat(partnership.ownDecision(instance).isAllowed()).isTrue();
        assertThat(reason(partnership.decision(instance))).isEqualTo(DenialReason.DATA_TOO_OLD);
        beat();
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());
    }

    @Test
    void shouldDenyPartnersWithinTheBoundWhileKafkaIsAwayAndGoOnAfterwards() {
        Partnership partnership = new Partnership().establish();
        beat();
        Instance instance = new Instance().start().caughtUp();
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());

        kafka.stop();
        try {
            await().atMost(BOUND.plusSeconds(2))
                    .until(() -> reason(partnership.decision(instance)) == DenialReason.DATA_TOO_OLD);
            assertThat(partnership.ownDecision(instance).isAllowed()).isTrue();
        } finally {
            kafka.start();
        }
        send(Topic.RELATIONSHIPS, partnership.state(RelationshipState.Status.SUSPENDED), 2);
        beat();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> reason(partnership.decision(instance)) == DenialReason.RELATIONSHIP_SUSPENDED);
        assertThat(instance.reader.hasCaughtUp()).isTrue();
    }

    @Test
    void shouldDenyPartnersWhileARelayHangs() {
        Partnership partnership = new Partnership().establish();
        beat();
        Instance instance = new Instance().start().caughtUp();
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());

        // All that comes is of one owner; the other says nothing more.
        await().atMost(BOUND.plusSeconds(2)).until(() -> {
            Watermark alive = new Watermark("rbac-service", Instant.now(), new Sequence(1, 0), "log");
            for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
                send(new ProducerRecord<>(Topic.ROLES.topicName(), partition, alive.key(), alive.payload()));
            }
            return reason(partnership.decision(instance)) == DenialReason.DATA_TOO_OLD;
        });
        assertThat(partnership.ownDecision(instance).isAllowed()).isTrue();
    }

    @Test
    void shouldDenyTheRelationshipWhoseRevocationCannotBeRead() {
        Partnership partnership = new Partnership().establish();
        Partnership other = new Partnership().establish();
        beat();
        Instance instance = new Instance().start().caughtUp();
        ProducerRecord<String, byte[]> revocation =
                message(Topic.RELATIONSHIPS, partnership.state(RelationshipState.Status.TERMINATED), 2);

        send(new ProducerRecord<>(revocation.topic(), null, revocation.key(), new byte[] {'{'}, revocation.headers()));

        await().atMost(SOON).until(() -> reason(partnership.decision(instance)) == DenialReason.CONTEXT_UNREADABLE);
        beat();
        await().atMost(SOON).until(() -> other.decision(instance).isAllowed());
        // Whoever starts now finds the same.
        Instance later = new Instance().start().caughtUp();
        assertThat(partnership.decision(later).isAllowed()).isFalse();
        send(Topic.RELATIONSHIPS, partnership.state(RelationshipState.Status.ACTIVE), 3);
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());
    }

    @Test
    void shouldDenyAllPartnersWhenAKeyCannotBeReadUntilItsTombstone() {
        Partnership partnership = new Partnership().establish();
        beat();
        Instance instance = new Instance().start().caughtUp();

        send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), "no-id", new byte[] {1}));

        await().atMost(SOON).until(() -> reason(partnership.decision(instance)) == DenialReason.CONTEXT_UNREADABLE);
        send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), "no-id", null));
        beat();
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());
    }

    @Test
    void shouldSurviveAStateThatItCannotApply() {
        kafka.createTopic(Topic.INVITATIONS.topicName(), Topic.PARTITIONS, Topic.INVITATIONS.configuration());
        Partnership partnership = new Partnership().establish();
        beat();
        Instance instance = new Instance(Topic.INVITATIONS).start().caughtUp();

        send(Topic.INVITATIONS, invitation(), 1);

        await().atMost(SOON).until(() -> instance.projection.quarantined() == 1);
        send(Topic.RELATIONSHIPS, partnership.state(RelationshipState.Status.SUSPENDED), 2);
        await().atMost(SOON)
                .until(() -> instance.projection
                        .relationship(partnership.id)
                        .filter(r -> r.status() == RelationshipState.Status.SUSPENDED)
                        .isPresent());
    }

    private static InvitationState invitation() {
        return new InvitationState(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "meridian.example",
                InvitationState.Status.PENDING,
                Scope.all(),
                null,
                World.NOW,
                World.NOW,
                null);
    }

    @Test
    void shouldForgetAtATombstone() {
        Partnership partnership = new Partnership().establish();
        beat();
        Instance instance = new Instance().start().caughtUp();
        await().atMost(SOON).until(() -> partnership.decision(instance).isAllowed());

        send(new ProducerRecord<>(Topic.RELATIONSHIPS.topicName(), partnership.id.toString(), null));

        await().atMost(SOON)
                .until(() -> instance.projection.relationship(partnership.id).isEmpty());
        assertThat(reason(partnership.decision(instance))).isEqualTo(DenialReason.NO_RELATIONSHIP);
    }
}
