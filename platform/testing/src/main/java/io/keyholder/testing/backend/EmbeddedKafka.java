package io.keyholder.testing.backend;

import io.keyholder.contracts.kafka.LocalUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as a process of this machine: a JVM of its own with this one's class path, so that it shares no static state and no
 * loggers with the tests and can be frozen or killed.
 */
final class EmbeddedKafka implements StoppableKafka {

    private static final Duration STARTUP = Duration.ofSeconds(90);

    private final Path directory;
    private final int port;
    private final Map<String, String> administrator;
    private @Nullable NodeProcess process;

    private EmbeddedKafka(Path directory, int port, Map<String, String> administrator) {
        this.directory = directory;
        this.port = port;
        this.administrator = administrator;
    }

    static EmbeddedKafka launch() {
        return launch(Map.of(), (port, controllerPort) -> "");
    }

    /** One that knows these users alone. */
    static EmbeddedKafka launch(LocalUsers users) {
        return launch(users.client(LocalUsers.ADMINISTRATOR), users::serverProperties);
    }

    private static EmbeddedKafka launch(
            Map<String, String> administrator, BiFunction<Integer, Integer, String> furtherProperties) {
        try {
            Path directory = Files.createTempDirectory("keyholder-kafka-");
            EmbeddedKafka kafka = new EmbeddedKafka(directory, Ports.free(), administrator);
            int controllerPort = Ports.free();
            Files.writeString(
                    directory.resolve(KafkaNode.PROPERTIES),
                    NodeProperties.of(directory, kafka.port, controllerPort)
                            + furtherProperties.apply(kafka.port, controllerPort));
            Reaper.watch(NodeProcess.pidFile(directory), "KILL", directory);
            kafka.start();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Admin admin() {
        Map<String, Object> properties = new HashMap<>(administrator);
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        return Admin.create(properties);
    }

    @Override
    public synchronized void start() {
        if (process != null) {
            throw new IllegalStateException("Kafka is running");
        }
        NodeProcess started = NodeProcess.start(directory);
        process = started;
        Awaitility.await("Kafka answers")
                .atMost(STARTUP)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isListening(started));
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(STARTUP.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka does not answer. Its log: " + started.log(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    @Override
    public synchronized void pause() {
        running().signal("STOP");
    }

    @Override
    public synchronized void resume() {
        running().signal("CONT");
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.kill();
            process = null;
        }
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isListening(NodeProcess started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("Kafka did not start. Its log: " + started.log());
        }
        return !Ports.isFree(port);
    }

    private NodeProcess running() {
        if (process == null) {
            throw new IllegalStateException("Kafka is stopped");
        }
        return process;
    }
}
