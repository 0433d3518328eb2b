package io.keyholder.benchmarks.access;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.ProjectionReader;
import io.keyholder.access.projection.Watermarks;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.contracts.kafka.LocalUsers;
import io.keyholder.localstack.LocalStack;
import io.keyholder.localstack.Options;
import io.keyholder.telemetry.MessageSpans;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How long a service that starts reads until it knows every assignment of the platform; on a Kafka of its own. */
public final class CatchUp {

    private static final int ASSIGNMENTS = 1_000_000;
    private static final List<Topic> TOPICS =
            List.of(Topic.TENANTS, Topic.RELATIONSHIPS, Topic.ROLES, Topic.ASSIGNMENTS);

    private CatchUp() {}

    public static void main(String[] arguments) throws Exception {
        var options = Options.in(Path.of(arguments[0])).only("kafka").withoutDemoTenants();
        try (var stack = LocalStack.start(options)) {
            Map<String, Object> kafka = Map.copyOf(stack.kafkaClientOf(LocalUsers.ADMINISTRATOR));
            createTopics(kafka);
            publish(kafka);
            for (int round = 1; round <= 3; round++) {
                var taken = read(stack.kafkaClientOf("audit-service"));
                System.out.printf("%,d assignments caught up in %.1f s%n", ASSIGNMENTS, taken.toMillis() / 1000.0);
            }
            stack.close();
            stack.deleteData();
        }
    }

    private static Duration read(Map<String, String> kafka) throws InterruptedException {
        var config = new KafkaAddress(kafka.getOrDefault("bootstrap.servers", ""), kafka);
        long start = System.nanoTime();
        var reader = new ProjectionReader(
                new AccessProjection(),
                new Watermarks(Clock.systemUTC(), Duration.ofSeconds(10)),
                TOPICS,
                () -> new KafkaConsumer<>(ConsumerProperties.of(config)),
                MessageSpans.none());
        var thread = Thread.ofPlatform().start(reader);
        while (!reader.hasCaughtUp()) {
            Thread.sleep(10);
        }
        var taken = Duration.ofNanos(System.nanoTime() - start);
        reader.close();
        thread.join();
        return taken;
    }

    private static void createTopics(Map<String, Object> kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                                    .configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void publish(Map<String, Object> kafka) {
        var events = new AccessEvents(ASSIGNMENTS);
        var properties = new HashMap<>(kafka);
        properties.put("linger.ms", 20);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            Stream.<Event<?>>concat(events.tenantsRelationshipsAndRoles(), events.assignments())
                    .forEach(event ->
                            producer.send(KafkaRecords.toRecord(EventCodec.encode(Wire.topicOf(event), event))));
        }
    }
}
