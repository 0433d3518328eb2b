package io.keyholder.drills;

import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.drills.history.Finding;
import io.keyholder.localstack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** On every state topic no state of an aggregate follows a newer one of it. The same may come again: it was sent twice. */
record KeyOrder(LocalStack stack) {

    List<Finding> violations() {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> properties = new HashMap<>(stack.kafkaClientOf("administrator"));
        try (var reader = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            Arrays.stream(Topic.values())
                    .filter(Topic::carriesState)
                    .forEach(topic -> findings.addAll(violations(topic, reader)));
        }
        return findings;
    }

    private static List<Finding> violations(Topic topic, KafkaConsumer<String, byte[]> reader) {
        List<TopicPartition> partitions = reader.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions));
        Map<String, Sequence> newest = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        while (!ends.isEmpty()) {
            reader.poll(Duration.ofMillis(200))
                    .forEach(record -> sequenceOf(record).ifPresent(sequence -> {
                        Sequence before = newest.put(record.key(), sequence);
                        if (before != null && before.isNewerThan(sequence)) {
                            findings.add(new Finding(
                                    "order",
                                    "%s: %s of %s follows %s"
                                            .formatted(topic.topicName(), sequence, record.key(), before)));
                        }
                    }));
            ends.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
        }
        return findings;
    }

    private static Optional<Sequence> sequenceOf(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(KafkaRecords.headersOf(record).get("ce_sequence"))
                .map(Sequence::parse);
    }
}
