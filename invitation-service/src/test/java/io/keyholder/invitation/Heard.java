package io.keyholder.invitation;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.backend.KafkaBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the service has said on Kafka so far, as another service would hear it. */
record Heard(KafkaBackend kafka) {

    List<Event<?>> of(UUID invitation) {
        return all(Topic.INVITATIONS).stream()
                .filter(event -> event.data().id().equals(invitation))
                .toList();
    }

    /** The last state of it. */
    InvitationState stateOf(UUID invitation) {
        return (InvitationState) of(invitation).getLast().data();
    }

    /** The entries in a tenant's log, in the order they were written. */
    List<AuditEntry> logOf(UUID tenant) {
        return all(Topic.AUDIT).stream()
                .map(event -> (AuditEntry) event.data())
                .filter(entry -> tenant.equals(entry.tenantId()))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    private List<Event<?>> all(Topic topic) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        List<Event<?>> events = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(message -> decode(topic, message, events));
            }
        }
        return events;
    }

    private static void decode(Topic topic, ConsumerRecord<String, byte[]> message, List<Event<?>> events) {
        if (Watermark.isWatermark(message.key())) {
            return;
        }
        try {
            events.add(KafkaRecords.decode(topic, message));
        } catch (UnreadableEvent e) {
            throw new AssertionError("The service wrote what cannot be read", e);
        }
    }
}
