package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Polls, hands batches to {@link Deliveries}, and commits offsets afterwards. A batch that fails is read again after a
 * pause; polling goes on meanwhile in the sense that matters to the group, for a pause is shorter than its patience.
 */
public final class GroupConsumer implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GroupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Set<Topic> topics;
    private final Deliveries deliveries;

    private volatile boolean closed;
    private volatile Optional<Consumer<String, byte[]>> active = Optional.empty();

    /** @param consumers makes a consumer in the service's group, without automatic commits */
    public GroupConsumer(Supplier<Consumer<String, byte[]>> consumers, Set<Topic> topics, Deliveries deliveries) {
        this.consumers = consumers;
        this.topics = Set.copyOf(topics);
        this.deliveries = deliveries;
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                active = Optional.of(consumer);
                consume(consumer);
            } catch (WakeupException closing) {
                LOG.debug("event=consumer.closing");
            } catch (KafkaException e) {
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
        consumer.subscribe(topics.stream().map(Topic::topicName).toList());
        while (!closed) {
            ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
            if (!batch.isEmpty()) {
                take(consumer, batch);
            }
        }
    }

    private void take(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        try {
            deliveries.deliver(inOrder(batch));
            consumer.commitSync();
        } catch (DeliveryFailed e) {
            LOG.warnf(e, "event=consumer.retry reason=\"%s\"", e.getMessage());
            batch.partitions().forEach(partition -> rewind(consumer, partition, batch));
            pause();
        }
    }

    /** Each partition in its own order; between partitions there is none. */
    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> batch) {
        return batch.partitions().stream()
                .flatMap(partition -> batch.records(partition).stream())
                .toList();
    }

    private static void rewind(
            Consumer<String, byte[]> consumer, TopicPartition partition, ConsumerRecords<String, byte[]> batch) {
        consumer.seek(partition, batch.records(partition).getFirst().offset());
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
