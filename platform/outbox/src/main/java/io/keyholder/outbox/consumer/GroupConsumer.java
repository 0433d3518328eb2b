package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.PollLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Hands batches to {@link Deliveries}. Where to go on, and what of the topics is this process's to read, the database says. A
 * partition whose record fails is read again from there after a pause; the others go on meanwhile. One that is another log than it
 * was, or ends before what was taken of it, is read from its beginning, and its tables count as incomplete until its owner says that
 * they are not.
 */
public final class GroupConsumer extends PollLoop {
    private static final Logger LOG = Logger.getLogger(GroupConsumer.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration METADATA_TIMEOUT = Duration.ofSeconds(3);

    private final Set<Topic> topics;
    private final ConsumerShare share;
    private final Deliveries deliveries;
    private final ConsumedProgress progress;
    private final ConsumerLag lag;

    private final KnownLogs logs = new KnownLogs();
    private final OffsetCommits commits = new OffsetCommits();

    /** When partitions that wait are read again, in nanoseconds of the system's clock. */
    private final Map<TopicPartition, Long> resumeAt = new HashMap<>();

    /** @param consumers makes a consumer in the service's group, without automatic commits */
    public GroupConsumer(
            Supplier<Consumer<String, byte[]>> consumers,
            Set<Topic> topics,
            ConsumerShare share,
            Deliveries deliveries,
            ConsumedProgress progress,
            ConsumerLag lag) {
        super("consumer", consumers);
        this.topics = Set.copyOf(topics);
        this.share = share;
        this.deliveries = deliveries;
        this.progress = progress;
        this.lag = lag;
    }

    @Override
    protected boolean begin(Consumer<String, byte[]> consumer) {
        resumeAt.clear();
        share(consumer);
        return true;
    }

    @Override
    protected void take(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        Set<TopicPartition> replaced = logs.replaced(batch);
        if (!replaced.isEmpty()) {
            rewind(consumer, batch);
            startOver(consumer, replaced, "another log or epoch");
        } else if (!batch.isEmpty()) {
            takeOrGoBack(consumer, batch);
        }
        resumeDue(consumer);
        commits.commitDue(consumer);
        if (share.isDue()) {
            share(consumer);
        }
        measureLag(consumer);
    }

    @Override
    protected void outOfRange(Consumer<String, byte[]> consumer, OffsetOutOfRangeException e) {
        startOver(consumer, e.partitions(), "shorter than it was");
    }

    @Override
    protected void ended() {
        share.leave();
    }

    private void share(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> before = consumer.assignment();
        Set<TopicPartition> now = partitions(consumer, share.renew());
        if (!now.equals(before)) {
            consumer.assign(now);
            Set<TopicPartition> added = new HashSet<>(consumer.assignment());
            added.removeAll(before);
            goOn(consumer, added);
        }
    }

    /** A topic that is not there yet, or no more, has none. */
    private Set<TopicPartition> partitions(Consumer<String, byte[]> consumer, Set<Integer> numbers) {
        Set<TopicPartition> partitions = new HashSet<>();
        if (!numbers.isEmpty()) {
            topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName(), METADATA_TIMEOUT).stream())
                    .filter(partition -> numbers.contains(partition.partition() % Topic.PARTITIONS))
                    .forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition())));
        }
        return partitions;
    }

    private void goOn(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> next = progress.next();
        logs.remember(progress.watermarks());
        deliveries.goOnAt(next);
        for (TopicPartition partition : partitions) {
            Long offset = next.get(partition);
            if (offset == null) {
                begin(consumer, List.of(partition));
            } else {
                consumer.seek(partition, (long) offset);
            }
        }
    }

    private static void rewind(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        batch.partitions()
                .forEach(partition -> consumer.seek(
                        partition, batch.records(partition).getFirst().offset()));
    }

    private void startOver(Consumer<String, byte[]> consumer, Set<TopicPartition> partitions, String why) {
        LOG.errorf("event=consumer.starts-over partitions=%s reason=\"%s\"", partitions, why);
        progress.startOver(partitions);
        goOn(consumer, partitions);
    }

    private void begin(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        logs.readFromBeginning(consumer.endOffsets(partitions));
        consumer.seekToBeginning(partitions);
    }

    private void takeOrGoBack(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        try {
            deliver(consumer, batch);
        } catch (ConsumedProgress.NotThere e) {
            LOG.warnf("event=consumer.goes-back reason=\"%s\"", e.getMessage());
            goOn(consumer, consumer.assignment());
        }
    }

    private void deliver(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        batch.partitions().forEach(p -> lag.fallBehind(p, time(batch.records(p).getFirst())));
        Map<TopicPartition, Long> again = deliveries.deliver(batch);
        again.forEach((partition, offset) -> {
            consumer.seek(partition, (long) offset);
            resumeAt.put(partition, System.nanoTime() + RETRY.toNanos());
        });
        consumer.pause(again.keySet());
        commits.expect();
    }

    private void resumeDue(Consumer<String, byte[]> consumer) {
        resumeAt.entrySet().removeIf(entry -> {
            boolean due = System.nanoTime() - entry.getValue() >= 0;
            if (due && consumer.assignment().contains(entry.getKey())) {
                consumer.resume(List.of(entry.getKey()));
            }
            return due;
        });
    }

    /** What is known here of the partitions' ends came with the last records; it asks nobody. */
    private void measureLag(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        lag.retain(assigned);
        for (TopicPartition partition : assigned) {
            if (consumer.currentLag(partition).orElse(1) == 0) {
                lag.catchUp(partition);
            }
        }
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        return Instant.ofEpochMilli(message.timestamp());
    }
}
