package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How long the oldest record that this process has yet to take has been on its topic: in time, not in records, for that
 * is what compares with a topic's retention.
 */
public final class ConsumerLag {
    private final Clock clock;
    private final Map<TopicPartition, Instant> behindSince = new ConcurrentHashMap<>();

    public ConsumerLag(Clock clock) {
        this.clock = clock;
    }

    /** How far the consumer is behind on the topic; zero where it has taken everything, or another process reads. */
    public Duration of(Topic topic) {
        return behindSince.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic.topicName()))
                .map(entry -> Duration.between(entry.getValue(), clock.instant()))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** @param recordedAt when the next record of the partition, or one shortly before it, was put on the topic */
    void fallBehind(TopicPartition partition, Instant recordedAt) {
        behindSince.put(partition, recordedAt);
    }

    void catchUp(TopicPartition partition) {
        behindSince.remove(partition);
    }

    void retain(Collection<TopicPartition> partitions) {
        behindSince.keySet().retainAll(partitions);
    }
}
