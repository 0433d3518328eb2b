package io.keyholder.testing.backend;

import io.keyholder.contracts.kafka.LocalUsers;
import io.keyholder.contracts.kafka.TopicDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** A Kafka of one node for tests. It creates no topic by itself. */
public interface KafkaBackend {

    /** The one Kafka of this JVM, started by the first caller, with every topic, and ended with the JVM. */
    static KafkaBackend shared() {
        String servers = JvmWide.computeIfAbsent("keyholder.testing.kafka", () -> {
            StoppableKafka kafka = startOwn();
            TopicDefinitions.all((short) 1)
                    .forEach(topic -> kafka.createTopic(topic.name(), topic.numPartitions(), topic.configs()));
            return kafka.bootstrapServers();
        });
        return new SharedKafka(servers);
    }

    /** A Kafka for the caller alone, who may stop it; running, and ended with the JVM at the latest. */
    static StoppableKafka startOwn() {
        return switch (Backends.chosen()) {
            case CONTAINERS -> ContainerKafka.launch();
            case EMBEDDED -> EmbeddedKafka.launch();
        };
    }

    /** A Kafka of the caller's own, a process of this machine, that knows these users alone and allows what ACLs say. */
    static StoppableKafka startOwn(LocalUsers users) {
        return EmbeddedKafka.launch(users);
    }

    /** {@code host:port}, the same over the whole life of this Kafka. */
    String bootstrapServers();

    /**
     * Creates a topic of one replica and returns when it exists.
     *
     * @param config topic settings such as {@code cleanup.policy}
     */
    default void createTopic(String name, int partitions, Map<String, String> config) {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
        try (Admin admin = admin()) {
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Cannot create topic " + name, e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Cannot create topic " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topic " + name, e);
        }
    }

    /** A new administration client; the caller closes it. */
    default Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }
}
