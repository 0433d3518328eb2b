package io.keyholder.drills;

import io.keyholder.contracts.EventHeaders;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.drills.history.Finding;
import io.keyholder.localstack.LocalStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** On every state topic no state of an aggregate follows a newer one of it. The same may come again: it was sent twice. */
record KeyOrder(LocalStack stack) {

    List<Finding> violations() {
        List<Finding> findings = new ArrayList<>();
        try (TopicReader reader = new TopicReader(stack)) {
            Arrays.stream(Topic.values()).filter(Topic::carriesState).forEach(topic -> {
                Map<String, Sequence> newest = new HashMap<>();
                reader.read(
                        topic,
                        record -> sequenceOf(record).ifPresent(sequence -> {
                            Sequence before = newest.put(record.key(), sequence);
                            if (before != null && before.isNewerThan(sequence)) {
                                findings.add(new Finding(
                                        "order",
                                        "%s: %s of %s follows %s"
                                                .formatted(topic.topicName(), sequence, record.key(), before)));
                            }
                        }));
            });
        }
        return findings;
    }

    private static Optional<Sequence> sequenceOf(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(KafkaRecords.headersOf(record).get(EventHeaders.SEQUENCE))
                .map(Sequence::parse);
    }
}
