package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Polls, hands batches to {@link Deliveries}, and commits offsets afterwards. A partition whose record fails is read again
 * from there after a pause; the others go on meanwhile.
 */
public final class GroupConsumer implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Set<Topic> topics;
    private final Deliveries deliveries;
    private final ConsumerLag lag;

    private volatile boolean closed;
    private volatile Optional<Consumer<String, byte[]>> active = Optional.empty();

    /** @param consumers makes a consumer in the service's group, without automatic commits */
    public GroupConsumer(
            Supplier<Consumer<String, byte[]>> consumers, Set<Topic> topics, Deliveries deliveries, ConsumerLag lag) {
        this.consumers = consumers;
        this.topics = Set.copyOf(topics);
        this.deliveries = deliveries;
        this.lag = lag;
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                active = Optional.of(consumer);
                consume(consumer);
            } catch (WakeupException closing) {
                LOG.debug("event=consumer.closing");
            } catch (Throwable e) {
                // Whatever it is, a consumer that gives up would be noticed by nobody; what it had in hand comes again.
                LOG.warnf("event=consumer.interrupted reason=\"%s\"", e.getMessage());
                pause();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        active.ifPresent(Consumer::wakeup);
    }

    private void consume(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> resumeAt = new HashMap<>();
        consumer.subscribe(topics.stream().map(Topic::topicName).toList());
        while (!closed) {
            ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                take(consumer, batch, resumeAt);
            }
            resumeDue(consumer, resumeAt);
            measureLag(consumer);
        }
    }

    private void take(
            Consumer<String, byte[]> consumer,
            ConsumerRecords<String, byte[]> batch,
            Map<TopicPartition, Long> resumeAt) {
        batch.partitions().forEach(p -> lag.isBehind(p, time(batch.records(p).getFirst())));
        Map<TopicPartition, Long> again = deliveries.deliver(batch);
        again.forEach((partition, offset) -> {
            consumer.seek(partition, (long) offset);
            resumeAt.put(partition, System.nanoTime() + RETRY.toNanos());
        });
        consumer.pause(again.keySet());
        consumer.commitSync();
    }

    private static void resumeDue(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> resumeAt) {
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
        lag.readsOnly(assigned);
        for (TopicPartition partition : assigned) {
            if (consumer.currentLag(partition).orElse(1) == 0) {
                lag.hasTakenAll(partition);
            }
        }
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        return Instant.ofEpochMilli(message.timestamp());
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
