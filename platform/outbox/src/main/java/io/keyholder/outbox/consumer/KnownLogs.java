package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Which log each partition is known to be, by the watermarks in it. For one thread. */
final class KnownLogs {
    /** What was last said of each partition. */
    private final Map<ConsumedProgress.Said, Watermark> last = new HashMap<>();

    /** Where partitions ended that are read from their beginning: what is said before that of other logs is history. */
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    /** Nothing but this was said. */
    void remember(Map<ConsumedProgress.Said, Watermark> watermarks) {
        last.clear();
        last.putAll(watermarks);
    }

    /** @param endOffsets where partitions end that are now read from their beginning */
    void readFromBeginning(Map<TopicPartition, Long> endOffsets) {
        ends.putAll(endOffsets);
    }

    /** The partitions that are another log, or of another epoch, than they were. What is said is taken note of. */
    Set<TopicPartition> replaced(ConsumerRecords<String, byte[]> batch) {
        Set<TopicPartition> replaced = new HashSet<>();
        for (ConsumerRecord<String, byte[]> message : batch) {
            if (message.key() != null && message.value() != null && Watermark.isWatermark(message.key())) {
                Watermark.parse(message.key(), message.value())
                        .filter(watermark -> isReplaced(message, watermark))
                        .ifPresent(watermark -> replaced.add(ConsumedProgress.partitionOf(message)));
            }
        }
        return replaced;
    }

    private boolean isReplaced(ConsumerRecord<?, ?> message, Watermark watermark) {
        TopicPartition partition = ConsumedProgress.partitionOf(message);
        Watermark before = last.put(new ConsumedProgress.Said(partition, watermark.source()), watermark);
        boolean history = message.offset() < ends.getOrDefault(partition, 0L);
        return before != null && !isContinued(partition, before, watermark) && !history;
    }

    /** In a later epoch a state topic may have been cut off and filled again past where one reads; the audit log has none. */
    private static boolean isContinued(TopicPartition partition, Watermark before, Watermark now) {
        return Topic.named(partition.topic()).filter(Topic::carriesState).isPresent()
                ? before.isContinuedBy(now)
                : before.log().equals(now.log());
    }
}
