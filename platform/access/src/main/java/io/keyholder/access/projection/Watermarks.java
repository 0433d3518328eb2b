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
    private final Map<TopicPartition, Watermark> last = new ConcurrentHashMap<>();
    private volatile List<TopicPartition> expected = List.of();
    private volatile boolean complete;
    // Worked out when a watermark arrives, because every decision about a partner asks for it.
    private volatile @Nullable Span span;

    public Watermarks(Clock clock, Duration bound) {
        this.clock = clock;
        this.bound = bound;
    }

    /** These are read from their beginnings: a watermark of each is needed, and none of before counts. */
    void begin(Collection<TopicPartition> partitions) {
        span = null;
        last.clear();
        expected = List.copyOf(partitions);
    }

    /** Whatever was read may not be what is there: nothing is proven until it is read from the beginning. */
    void doubt() {
        span = null;
        last.clear();
    }

    /**
     * Only the owner of a topic knows what it has committed; what others write on it proves nothing. Nor does one that has
     * gone back: its database has, and what it says now may be less than what was known.
     *
     * @return whether the partition goes on as it was: the same log, in the same epoch. With a later epoch begins a log that may
     *     have been cut off and filled again past where one reads
     */
    boolean record(TopicPartition partition, Watermark watermark) {
        if (Topic.named(partition.topic())
                .filter(topic -> topic.isWrittenBy(watermark.source()))
                .isEmpty()) {
            return true;
        }
        Watermark before = last.get(partition);
        if (before != null && before.position().isNewerThan(watermark.position())) {
            if (before.time().isBefore(watermark.time())) {
                last.put(partition, new Watermark(before.source(), Instant.EPOCH, before.position(), watermark.log()));
                span = spanOf(expected);
            }
            return true;
        }
        last.put(partition, watermark);
        span = spanOf(expected);
        return before == null || before.isContinuedBy(watermark);
    }

    /** The epoch in which all of the topic has been published; 0 while that is not known of each partition. */
    int epoch(Topic topic) {
        int lowest = Integer.MAX_VALUE;
        for (TopicPartition partition : expected) {
            if (partition.topic().equals(topic.topicName())) {
                Watermark seen = last.get(partition);
                lowest = Math.min(lowest, seen == null ? 0 : seen.position().epoch());
            }
        }
        return lowest == Integer.MAX_VALUE ? 0 : lowest;
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
        return isFresh(span);
    }

    /** The same of one topic. For metrics. */
    public boolean isFresh(Topic topic) {
        return isFresh(spanOf(partitionsOf(topic)));
    }

    private boolean isFresh(@Nullable Span known) {
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
                Watermark seen = last.get(partition);
                if (seen == null || seen.time().isBefore(time)) {
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
        Span known = spanOf(partitionsOf(topic));
        return known == null ? null : Duration.between(known.oldest(), clock.instant());
    }

    private List<TopicPartition> partitionsOf(Topic topic) {
        return expected.stream()
                .filter(partition -> partition.topic().equals(topic.topicName()))
                .toList();
    }

    private @Nullable Span spanOf(List<TopicPartition> partitions) {
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        for (TopicPartition partition : partitions) {
            Watermark seen = last.get(partition);
            if (seen == null) {
                return null;
            }
            Instant time = seen.time();
            oldest = time.isBefore(oldest) ? time : oldest;
            newest = time.isAfter(newest) ? time : newest;
        }
        return partitions.isEmpty() ? null : new Span(oldest, newest);
    }

    private record Span(Instant oldest, Instant newest) {}
}
