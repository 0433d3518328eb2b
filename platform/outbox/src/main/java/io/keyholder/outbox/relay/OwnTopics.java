package io.keyholder.outbox.relay;

import io.keyholder.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The topics of this service as Kafka has them at present. Used by one thread. */
public final class OwnTopics implements AutoCloseable {

    /**
     * One topic.
     *
     * @param log which log it is: of which cluster, and which of the topics that had this name there
     * @param ends by partition, where the next record goes
     */
    record Present(String log, Map<Integer, Long> ends) {}

    private final Supplier<Admin> admins;
    private @Nullable Admin admin;

    /** @param admins makes clients that give up within seconds */
    public OwnTopics(Supplier<Admin> admins) {
        this.admins = admins;
    }

    /**
     * Those of the topics that are there.
     *
     * @throws KafkaException when Kafka does not say
     */
    Map<Topic, Present> look(Collection<Topic> topics) {
        try {
            Admin client = client();
            String cluster = client.describeCluster().clusterId().get();
            Map<Topic, TopicDescription> descriptions = describe(client, topics);
            Map<TopicPartition, Long> ends = ends(client, descriptions.values());
            Map<Topic, Present> present = new EnumMap<>(Topic.class);
            descriptions.forEach((topic, description) ->
                    present.put(topic, new Present(cluster + "/" + description.topicId(), endsOf(description, ends))));
            return present;
        } catch (ExecutionException e) {
            close();
            throw new KafkaException("Kafka does not say what topics it has: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was asked for its topics", e);
        }
    }

    /**
     * How far a group says that it has come on a topic.
     *
     * @return by partition, where it goes on
     * @throws KafkaException when Kafka does not say
     */
    Map<Integer, Long> progress(String group, Topic topic) {
        try {
            Map<Integer, Long> next = new HashMap<>();
            client().listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (partition.topic().equals(topic.topicName()) && offset != null) {
                            next.put(partition.partition(), offset.offset());
                        }
                    });
            return next;
        } catch (ExecutionException e) {
            close();
            throw new KafkaException("Kafka does not say how far " + group + " has come: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was asked how far " + group + " has come", e);
        }
    }

    /** The next look begins with a new client. */
    @Override
    public void close() {
        Optional.ofNullable(admin).ifPresent(client -> client.close(Duration.ZERO));
        admin = null;
    }

    private Admin client() {
        Admin current = admin;
        if (current == null) {
            current = admins.get();
            admin = current;
        }
        return current;
    }

    private static Map<Topic, TopicDescription> describe(Admin client, Collection<Topic> topics)
            throws ExecutionException, InterruptedException {
        Map<Topic, TopicDescription> known = new EnumMap<>(Topic.class);
        Map<String, KafkaFuture<TopicDescription>> answers = client.describeTopics(
                        topics.stream().map(Topic::topicName).toList())
                .topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
            Topic topic = Topic.named(answer.getKey()).orElseThrow();
            try {
                known.put(topic, answer.getValue().get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return known;
    }

    private static Map<TopicPartition, Long> ends(Admin client, Collection<TopicDescription> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.forEach(topic -> partitionsOf(topic).forEach(p -> asked.put(p, OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        client.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static Map<Integer, Long> endsOf(TopicDescription topic, Map<TopicPartition, Long> ends) {
        Map<Integer, Long> own = new HashMap<>();
        partitionsOf(topic).forEach(p -> own.put(p.partition(), ends.getOrDefault(p, 0L)));
        return own;
    }

    private static List<TopicPartition> partitionsOf(TopicDescription topic) {
        return topic.partitions().stream()
                .map(p -> new TopicPartition(topic.name(), p.partition()))
                .toList();
    }
}
