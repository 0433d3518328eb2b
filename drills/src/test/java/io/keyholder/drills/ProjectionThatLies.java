package io.keyholder.drills;

import io.keyholder.contracts.EventHeaders;
import io.keyholder.contracts.Topic;
import io.keyholder.drills.fault.Fault;
import io.keyholder.localstack.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
        Map<String, ProducerRecord<String, byte[]>> lies = new HashMap<>();
        try (TopicReader reader = new TopicReader(stack);
                var producer = new KafkaProducer<>(
                        Map.copyOf(stack.kafkaClientOf("administrator")),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            reader.read(Topic.RELATIONSHIPS, record -> {
                if (record.value() != null
                        && new String(record.value(), StandardCharsets.UTF_8).contains("\"ACTIVE\"")) {
                    var lie = new ProducerRecord<>(
                            record.topic(), record.partition(), record.key(), record.value(), record.headers());
                    lie.headers().remove(EventHeaders.SEQUENCE).add(EventHeaders.SEQUENCE, FOR_EVER);
                    lies.put(record.key(), lie);
                }
            });
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
