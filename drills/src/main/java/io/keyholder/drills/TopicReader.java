package io.keyholder.drills;

import io.keyholder.contracts.Topic;
import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as they lie on a stack's Kafka, from their beginnings to their ends. */
final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;

    TopicReader(LocalStack stack) {
        this.consumer = new KafkaConsumer<>(
                Map.copyOf(stack.kafkaClientOf("administrator")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Each partition in its order. */
    void read(Topic topic, Consumer<ConsumerRecord<String, byte[]>> taken) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        while (!ends.isEmpty()) {
            consumer.poll(Duration.ofMillis(200)).forEach(taken);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
