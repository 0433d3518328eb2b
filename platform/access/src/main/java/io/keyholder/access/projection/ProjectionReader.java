package io.keyholder.access.projection;

import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.contracts.kafka.PollLoop;
import io.keyholder.telemetry.MessageSpans;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads whole topics into the projection: no consumer group, all partitions, from the beginning, on every instance. It
 * has caught up once it has read what was there when it started. When Kafka fails it starts again from the beginning,
 * which the sequences make harmless; meanwhile no watermark arrives, and so partner access ends within the bound. It ends at
 * once where the log is not the one that was read, or ends before that.
 */
public final class ProjectionReader extends PollLoop {
    private static final Logger LOG = Logger.getLogger(ProjectionReader.class);

    private final AccessProjection projection;
    private final Watermarks watermarks;
    private final Collection<Topic> topics;
    private final MessageSpans spans;

    /** Where the partitions ended when they were begun to be read: what is said before that of other logs is history. */
    private Map<TopicPartition, Long> ends = Map.of();

    /** Up to where what was there at the start is yet to be read. */
    private final Map<TopicPartition, Long> remaining = new HashMap<>();

    private volatile boolean caughtUp;

    /** @param consumers makes a consumer of text keys and byte values, without a group */
    public ProjectionReader(
            AccessProjection projection,
            Watermarks watermarks,
            Collection<Topic> topics,
            Supplier<Consumer<String, byte[]>> consumers,
            MessageSpans spans) {
        super("projection", consumers);
        this.projection = projection;
        this.watermarks = watermarks;
        this.topics = List.copyOf(topics);
        this.spans = spans;
    }

    /** Whether what was on the topics at the start has been read. Once true it stays so. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    @Override
    protected boolean begin(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : topics) {
            List<PartitionInfo> known = consumer.partitionsFor(topic.topicName());
            if (known.isEmpty()) {
                return false;
            }
            known.forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        watermarks.begin(partitions);
        ends = Map.copyOf(consumer.endOffsets(partitions));
        remaining.clear();
        remaining.putAll(ends);
        return true;
    }

    @Override
    protected void take(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> batch) {
        batch.forEach(this::take);
        if (!caughtUp) {
            remaining.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            announceIfCaughtUp(remaining.isEmpty());
        }
    }

    /** What goes on answering from what it knew last must not be trusted. */
    @Override
    protected void interrupted() {
        watermarks.doubt();
    }

    private void announceIfCaughtUp(boolean complete) {
        if (complete) {
            projection.complete();
            watermarks.complete();
            caughtUp = true;
            LOG.infof("event=projection.caught-up topics=%s", topics);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        Topic topic = Topic.named(message.topic()).orElseThrow();
        String key = message.key() == null ? "" : message.key();
        if (Watermark.isWatermark(key)) {
            takeWatermark(message, key);
        } else if (message.value() == null) {
            projection.forget(topic, key);
        } else if (caughtUp) {
            spans.processing(message, () -> takeEvent(topic, key, message));
        } else {
            // What was there at the start belongs to traces that ended long ago.
            takeEvent(topic, key, message);
        }
    }

    private void takeWatermark(ConsumerRecord<String, byte[]> message, String key) {
        if (message.value() != null) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            Watermark.parse(key, message.value()).ifPresent(watermark -> take(partition, message.offset(), watermark));
        }
    }

    private void take(TopicPartition partition, long offset, Watermark watermark) {
        boolean goesOn = watermarks.record(partition, watermark);
        if (!goesOn && offset >= ends.getOrDefault(partition, 0L)) {
            throw new IllegalStateException("%s is to be read anew: it is the log %s in epoch %d now"
                    .formatted(partition, watermark.log(), watermark.position().epoch()));
        }
        Topic topic = Topic.named(partition.topic()).orElseThrow();
        if (watermark.position().epoch() > projection.epoch(topic)) {
            projection.begin(topic, watermarks.epoch(topic));
        }
    }

    private void takeEvent(Topic topic, String key, ConsumerRecord<String, byte[]> message) {
        try {
            projection.apply(topic, KafkaRecords.decode(topic, message));
        } catch (UnreadableEvent | RuntimeException | StackOverflowError e) {
            // What cannot be applied is as good as not read. An error that came again would stop the reader for good.
            LOG.errorf(
                    "event=projection.unreadable topic=%s partition=%d offset=%d key=%s reason=\"%s\"",
                    message.topic(), message.partition(), message.offset(), key, e.getMessage());
            projection.quarantine(topic, key, EventCodec.contextOf(KafkaRecords.headersOf(message)));
        }
    }
}
