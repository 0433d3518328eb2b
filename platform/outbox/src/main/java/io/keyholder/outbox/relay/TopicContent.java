package io.keyholder.outbox.relay;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Reads a whole state topic once: the last state of every aggregate on it that has not ended. */
public final class TopicContent {
    private static final Logger LOG = Logger.getLogger(TopicContent.class);

    private final Supplier<Consumer<String, byte[]>> consumers;

    public TopicContent(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    Map<UUID, AggregateState> presentStates(Topic topic) {
        Map<UUID, AggregateState> states = new HashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> remaining = new HashMap<>(consumer.endOffsets(partitions));
            while (!remaining.isEmpty()) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> take(states, topic, message));
                remaining.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return states;
    }

    private static void take(Map<UUID, AggregateState> states, Topic topic, ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || Watermark.isWatermark(message.key())) {
            return;
        }
        if (message.value() == null) {
            Ids.parse(message.key()).ifPresent(states::remove);
            return;
        }
        try {
            if (KafkaRecords.decode(topic, message).data() instanceof AggregateState state) {
                if (state.isEnded()) {
                    states.remove(state.id());
                } else {
                    states.put(state.id(), state);
                }
            }
        } catch (UnreadableEvent e) {
            // Its readers deny what it concerns; only a new state from here, or by hand, can repair it.
            LOG.errorf("event=outbox.unreadable topic=%s key=%s", topic.topicName(), message.key());
        }
    }
}
