package io.keyholder.benchmarks.access;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.telemetry.MessageSpans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The watermarks of a service that has just heard of everything, as its reader leaves them: one for each partition. */
final class HeardOfAll {

    private static final List<Topic> TOPICS =
            List.of(Topic.TENANTS, Topic.RELATIONSHIPS, Topic.ROLES, Topic.ASSIGNMENTS);

    private static final List<String> OWNERS = List.of("tenant-relationship-service", "rbac-service");

    private HeardOfAll() {}

    static Watermarks at(Clock clock) {
        var watermarks = new Watermarks(clock, Duration.ofSeconds(10));
        var reader = new ProjectionReader(
                new AccessProjection(), watermarks, TOPICS, () -> kafka(clock.instant()), MessageSpans.none());
        var thread = Thread.ofVirtual().start(reader);
        while (!watermarks.isFresh()) {
            Thread.onSpinWait();
        }
        reader.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return watermarks;
    }

    private static MockConsumer<String, byte[]> kafka(Instant now) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        TOPICS.forEach(topic -> consumer.updatePartitions(
                topic.topicName(),
                partitions(topic).stream()
                        .map(partition -> new PartitionInfo(
                                partition.topic(), partition.partition(), Node.noNode(), new Node[0], new Node[0]))
                        .toList()));
        var all = TOPICS.stream().flatMap(topic -> partitions(topic).stream()).toList();
        consumer.updateBeginningOffsets(offsets(all, 0));
        consumer.updateEndOffsets(offsets(all, 1));
        consumer.schedulePollTask(() -> all.forEach(partition -> consumer.addRecord(record(partition, now))));
        return consumer;
    }

    /** Only the owner of a topic is believed. */
    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, Instant now) {
        var topic = Topic.named(partition.topic()).orElseThrow();
        var owner = OWNERS.stream().filter(topic::isWrittenBy).findFirst().orElseThrow();
        var watermark = new Watermark(owner, now, new Sequence(1, 0), "log");
        return new ConsumerRecord<>(partition.topic(), partition.partition(), 0, watermark.key(), watermark.payload());
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .toList();
    }

    private static Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, long offset) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, unused -> offset));
    }
}
