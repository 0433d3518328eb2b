package io.keyholder.testing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.backend.KafkaBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublishedIT {
    private static final KafkaBackend KAFKA = KafkaBackend.shared();

    @BeforeAll
    static void makeTopics() {
        List.of(Topic.ROOMS, Topic.ROOM_GROUPS, Topic.DELEGATIONS)
                .forEach(t -> KAFKA.createTopic(t.topicName(), Topic.PARTITIONS, t.configuration()));
    }

    @Test
    void shouldCountTheVersionsOfEachAggregate() throws UnreadableEvent {
        RoomGroupState group = new RoomGroupState(Ids.next(), Ids.next(), RoomGroupState.Status.ACTIVE);

        try (Published published = Published.on(KAFKA)) {
            published.states(group, (RoomGroupState) group.ended());
        }

        List<Sequence> sequences = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message :
                read(Topic.ROOM_GROUPS, group.id().toString(), 2)) {
            Event<?> event = KafkaRecords.decode(Topic.ROOM_GROUPS, message);
            assertThat(event.context().tenantId()).isEqualTo(group.tenantId());
            sequences.add(event.sequence());
        }
        assertThat(sequences).containsExactly(new Sequence(1, 1), new Sequence(1, 2));
    }

    @Test
    void shouldBeatOnEveryPartitionOfTheServicesTopics() {
        try (Published published = Published.on(KAFKA)) {
            published.beat("rooms-service");
        }

        String key = "watermark:rooms-service";
        assertThat(read(Topic.ROOMS, key, Topic.PARTITIONS))
                .allMatch(m -> Watermark.parse(m.key(), m.value()).isPresent())
                .extracting(ConsumerRecord::partition)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void shouldRefuseToBeatForAServiceThatOwnsNothing() {
        try (Published published = Published.on(KAFKA)) {
            assertThatIllegalArgumentException().isThrownBy(() -> published.beat("room-service"));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(Topic topic, String key, int expected) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(message);
                    }
                });
                return found.size() >= expected;
            });
        }
        return found;
    }
}
