package io.keyholder.drills;

import io.keyholder.contracts.Topic;
import io.keyholder.drills.fault.Fault;
import io.keyholder.localstack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every relationship that is active is said to be so by a state that nothing later replaces: no suspension is heard of. */
final class ProjectionThatLies implements Fault {
    private static final byte[] FOR_EVER = "1.1000000".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "a projection that lies";
    }

    @Override
    public void begin(LocalStack stack) {
        Map<String, Object> properties = new HashMap<>(stack.kafkaClientOf("administrator"));
        Map<String, ProducerRecord<String, byte[]>> lies = new HashMap<>();
        try (var reader = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            List<TopicPartition> partitions = reader.partitionsFor(Topic.RELATIONSHIPS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(partitions));
            while (!ends.isEmpty()) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() != null
                            && new String(record.value(), StandardCharsets.UTF_8).contains("\"ACTIVE\"")) {
                        var lie = new ProducerRecord<>(
                                record.topic(), record.partition(), record.key(), record.value(), record.headers());
                        lie.headers().remove("ce_sequence").add("ce_sequence", FOR_EVER);
                        lies.put(record.key(), lie);
                    }
                });
                ends.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
            }
            lies.values().forEach(producer::send);
        }
    }

    @Override
    public void end(LocalStack stack) {}

    @Override
    public Duration duration() {
        return Duration.ofSeconds(15);
    }
}
