package io.keyholder.outbox.relay;

import io.keyholder.contracts.EventHeaders;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the ends of state topics: how far a relay had come when it last sent something. */
public final class TopicTail {
    private static final Sequence NOTHING = new Sequence(0, 0);
    private static final long FIRST_STEP = 16;
    private static final long LARGER = 16;

    private final Supplier<Consumer<String, byte[]>> consumers;

    public TopicTail(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The furthest position that any record of the service names; 0.0 when none does. A relay's records name theirs in order.
     *
     * @param source the service
     */
    Sequence furthest(String source, Collection<Topic> topics) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> open = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            Sequence furthest = NOTHING;
            for (long step = FIRST_STEP; !open.isEmpty(); step *= LARGER) {
                Map<TopicPartition, Range> ranges = lastOf(consumer, open, step);
                Map<TopicPartition, Sequence> found = read(consumer, source, ranges);
                furthest = found.values().stream().reduce(furthest, TopicTail::later);
                open = ranges.entrySet().stream()
                        .filter(range -> !range.getValue().isWhole() && !found.containsKey(range.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
            }
            return furthest;
        }
    }

    /** Offsets of a partition that are read: the end is not included. */
    private record Range(long beginning, long from, long end) {
        boolean isWhole() {
            return from <= beginning;
        }
    }

    private static Map<TopicPartition, Range> lastOf(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions, long step) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Range> ranges = new HashMap<>();
        consumer.beginningOffsets(partitions).forEach((partition, beginning) -> {
            long end = ends.getOrDefault(partition, beginning);
            ranges.put(partition, new Range(beginning, Math.max(beginning, end - step), end));
        });
        return ranges;
    }

    private static Map<TopicPartition, Sequence> read(
            Consumer<String, byte[]> consumer, String source, Map<TopicPartition, Range> ranges) {
        consumer.assign(ranges.keySet());
        ranges.forEach((partition, range) -> consumer.seek(partition, range.from()));
        Map<TopicPartition, Sequence> found = new HashMap<>();
        while (ranges.entrySet().stream()
                .anyMatch(range ->
                        consumer.position(range.getKey()) < range.getValue().end())) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                positionOf(source, message).ifPresent(p -> found.merge(partition, p, TopicTail::later));
            }
        }
        return found;
    }

    private static Optional<Sequence> positionOf(String source, ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.value() == null) {
            return Optional.empty();
        }
        if (Watermark.isWatermark(message.key())) {
            return Watermark.parse(message.key(), message.value())
                    .filter(watermark -> watermark.source().equals(source))
                    .map(Watermark::position);
        }
        Map<String, String> headers = KafkaRecords.headersOf(message);
        return Optional.ofNullable(headers.get(EventHeaders.POSITION))
                .filter(position -> source.equals(headers.get(EventHeaders.SOURCE)))
                .flatMap(TopicTail::parsed);
    }

    private static Optional<Sequence> parsed(String position) {
        try {
            return Optional.of(Sequence.parse(position));
        } catch (IllegalArgumentException notAPosition) {
            return Optional.empty();
        }
    }

    private static Sequence later(Sequence one, Sequence other) {
        return one.isNewerThan(other) ? one : other;
    }
}
