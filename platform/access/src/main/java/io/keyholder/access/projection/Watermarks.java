package io.keyholder.access.projection;

import io.keyholder.access.Freshness;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How current what was read is: the last watermark of each partition. It is fresh while every partition's is within the
 * bound of this machine's clock. A watermark from the future counts as stale, for then one of the clocks cannot be
 * trusted to prove anything.
 */
public final class Watermarks implements Freshness {
    private static final Duration TOLERATED_AHEAD = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration bound;
    private final Map<TopicPartition, Instant> last = new ConcurrentHashMap<>();
    private volatile List<TopicPartition> expected = List.of();
    private volatile boolean complete;
    // Worked out when a watermark arrives, because every decision about a partner asks for it.
    private volatile @Nullable Span span;

    public Watermarks(Clock clock, Duration bound) {
        this.clock = clock;
        this.bound = bound;
    }

    /** Of which partitions a watermark is needed. */
    void expect(Collection<TopicPartition> partitions) {
        expected = List.copyOf(partitions);
        span = spanOf(expected);
    }

    /** Only the owner of a topic knows what it has committed; what others write on it proves nothing. */
    void record(TopicPartition partition, Watermark watermark) {
        if (Topic.named(partition.topic())
                .filter(topic -> topic.isWrittenBy(watermark.source()))
                .isEmpty()) {
            return;
        }
        last.put(partition, watermark.time());
        span = spanOf(expected);
    }

    /** All that was there at the start has been read. */
    void complete() {
        complete = true;
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    /** Fresh: every partition has said, within the bound, that all was on it. */
    @Override
    public boolean isFresh() {
        Span known = span;
        if (known == null) {
            return false;
        }
        Instant now = clock.instant();
        return !known.oldest().isBefore(now.minus(bound)) && !known.newest().isAfter(now.plus(TOLERATED_AHEAD));
    }

    /** Whether everything that was committed before the time has been read of the topic. */
    public boolean hasEverythingBefore(Topic topic, Instant time) {
        boolean known = false;
        for (TopicPartition partition : expected) {
            if (partition.topic().equals(topic.topicName())) {
                Instant seen = last.get(partition);
                if (seen == null || seen.isBefore(time)) {
                    return false;
                }
                known = true;
            }
        }
        return known;
    }

    /** The age of the oldest partition's watermark; null while one has none. For metrics. */
    public @Nullable Duration lag() {
        Span known = span;
        return known == null ? null : Duration.between(known.oldest(), clock.instant());
    }

    /** The same of one topic. */
    public @Nullable Duration lag(Topic topic) {
        Span known = spanOf(expected.stream()
                .filter(partition -> partition.topic().equals(topic.topicName()))
                .toList());
        return known == null ? null : Duration.between(known.oldest(), clock.instant());
    }

    private @Nullable Span spanOf(List<TopicPartition> partitions) {
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        for (TopicPartition partition : partitions) {
            Instant time = last.get(partition);
            if (time == null) {
                return null;
            }
            oldest = time.isBefore(oldest) ? time : oldest;
            newest = time.isAfter(newest) ? time : newest;
        }
        return partitions.isEmpty() ? null : new Span(oldest, newest);
    }

    private record Span(Instant oldest, Instant newest) {}
}
