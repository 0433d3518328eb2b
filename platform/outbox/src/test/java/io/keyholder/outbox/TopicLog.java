package io.keyholder.outbox;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as it lies on Kafka now, from its beginning to its end. */
public final class TopicLog {
    private final String bootstrapServers;

    public TopicLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public List<ConsumerRecord<String, byte[]>> of(Topic topic) {
        return of(topic.topicName());
    }

    public List<ConsumerRecord<String, byte[]>> of(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return all;
    }

    /** The sequences of a key's events, in the order of the topic; {@code tombstone} for those. */
    public List<String> sequencesOf(Topic topic, UUID key) {
        return of(topic).stream()
                .filter(message -> key.toString().equals(message.key()))
                .map(message -> message.value() == null
                        ? "tombstone"
                        : KafkaRecords.headersOf(message).get("ce_sequence"))
                .toList();
    }

    /** The watermarks of a source on one partition, in order. */
    public List<Watermark> watermarksOf(Topic topic, String source) {
        return of(topic).stream()
                .filter(message -> message.key() != null && message.key().equals("watermark:" + source))
                .map(message -> Watermark.parse(message.key(), message.value()))
                .flatMap(Optional::stream)
                .toList();
    }
}
