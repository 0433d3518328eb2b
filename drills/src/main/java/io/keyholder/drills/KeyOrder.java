package io.keyholder.drills;

import io.keyholder.contracts.EventHeaders;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.drills.history.Finding;
import io.keyholder.drills.history.StateOrder;
import io.keyholder.localstack.LocalStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what lies on every state topic. */
record KeyOrder(LocalStack stack) {

    /** See {@link StateOrder}. */
    List<Finding> violations() {
        List<Finding> findings = new ArrayList<>();
        try (TopicReader reader = new TopicReader(stack)) {
            Arrays.stream(Topic.values()).filter(Topic::carriesState).forEach(topic -> {
                StateOrder order = new StateOrder(topic.topicName());
                reader.read(
                        topic, record -> sequenceOf(record).ifPresent(sequence -> order.next(record.key(), sequence)));
                findings.addAll(order.violations());
            });
        }
        return findings;
    }

    private static Optional<Sequence> sequenceOf(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(KafkaRecords.headersOf(record).get(EventHeaders.SEQUENCE))
                .map(Sequence::parse);
    }
}
