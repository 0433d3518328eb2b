package io.keyholder.testing.backend;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka as a container, on a port chosen here: Docker would give it another each time it starts. */
final class ContainerKafka implements StoppableKafka {

    static final String IMAGE = "apache/kafka:4.1.1";
    private static final int PORT_INSIDE = 9092;
    private static final Duration STARTUP = Duration.ofSeconds(90);

    private final DockerClient docker = DockerClientFactory.lazyClient();
    private final KafkaContainer container;

    private ContainerKafka(KafkaContainer container) {
        this.container = container;
    }

    @SuppressWarnings("resource") // closed by close(), or with the JVM
    static ContainerKafka launch() {
        KafkaContainer container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.setPortBindings(List.of(Ports.free() + ":" + PORT_INSIDE));
        container.start();
        Containers.stopAtExit(container);
        return new ContainerKafka(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        docker.stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        docker.startContainerCmd(container.getContainerId()).exec();
        Awaitility.await("Kafka answers").atMost(STARTUP).ignoreExceptions().until(() -> {
            try (var admin = admin()) {
                return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
            }
        });
    }

    @Override
    public void pause() {
        docker.pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        docker.unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
