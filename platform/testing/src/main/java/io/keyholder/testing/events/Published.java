package io.keyholder.testing.events;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.backend.KafkaBackend;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts other services' states on Kafka as their relays would. Each method returns once Kafka has acknowledged; when the
 * service under test has taken it, the test must await. The topics are the service's to make: a state sent before is held
 * back until they are there. Thread-safe.
 */
public final class Published implements AutoCloseable {
    private static final int EPOCH = 1;
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 60;

    private final Producer<String, byte[]> producer;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();
    private final Beats beats;

    private Published(Producer<String, byte[]> producer) {
        this.producer = producer;
        this.beats = new Beats(clock, this::send);
    }

    /** The caller closes it. */
    public static Published on(KafkaBackend kafka) {
        return new Published(new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.METADATA_MAX_AGE_CONFIG,
                        1_000),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    /** Publishes each state as the next of its aggregate: versions count from 1 for each id, in the first epoch. */
    public void states(AggregateState... states) {
        Arrays.stream(states).forEach(this::state);
    }

    /**
     * Publishes it as the next of its aggregate.
     *
     * @return the sequence it has, for a state that names another's
     */
    public Sequence state(AggregateState state) {
        Sequence sequence = new Sequence(EPOCH, versions.merge(state.id(), 1L, Long::sum));
        state(state, sequence);
        return sequence;
    }

    /** Publishes it with this sequence: for duplicates, late arrivals and higher epochs. */
    public void state(AggregateState state, Sequence sequence) {
        Topic topic = topicOf(state);
        Event<AggregateState> event = new Event<>(
                Ids.next(),
                EventType.REPUBLISHED.ceType(),
                "test",
                clock.instant(),
                sequence,
                EventContext.of(state),
                null,
                null,
                state);
        send(KafkaRecords.toRecord(EventCodec.encode(topic, event)));
    }

    /** Publishes the tombstone that follows an aggregate's end. */
    public void tombstone(Topic topic, UUID id) {
        send(new ProducerRecord<>(topic.topicName(), id.toString(), null));
    }

    /** Publishes any record, such as one that nobody can read. */
    public void record(ProducerRecord<String, byte[]> message) {
        send(message);
    }

    /**
     * Sends one watermark of these services to every partition of their state topics: all that was published before is
     * proven to be on the topics. A decision about a partner needs one of each of the deciding topics' owners that is
     * younger than 10 s: {@code tenant-relationship-service} and {@code rbac-service}.
     */
    public void beat(String... services) {
        beats.once(services);
    }

    /** The same in a later epoch: what was published in an earlier one, and not in this, has ended. */
    public void beatIn(int epoch, String service) {
        beats.once(epoch, service);
    }

    /** Sends them from now on, twice a second, until {@link #stopBeating()} or {@link #close()}. */
    public void keepBeating(String... services) {
        beats.start(services);
    }

    /** Lets what was published grow old. */
    public void stopBeating() {
        beats.stop();
    }

    @Override
    public void close() {
        beats.stop();
        producer.close();
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a record of " + message.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending to " + message.topic(), e);
        }
    }

    private static Topic topicOf(AggregateState state) {
        return switch (state) {
            case TenantState tenant -> Topic.TENANTS;
            case RelationshipState relationship -> Topic.RELATIONSHIPS;
            case InvitationState invitation -> Topic.INVITATIONS;
            case RoleState role -> Topic.ROLES;
            case AssignmentState assignment -> Topic.ASSIGNMENTS;
            case DelegationState delegation -> Topic.DELEGATIONS;
            case RoomState room -> Topic.ROOMS;
            case RoomGroupState group -> Topic.ROOM_GROUPS;
        };
    }
}
