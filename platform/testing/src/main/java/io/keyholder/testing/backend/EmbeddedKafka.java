package io.keyholder.testing.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    private @Nullable NodeProcess process;

    private EmbeddedKafka(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static EmbeddedKafka launch() {
        try {
            Path directory = Files.createTempDirectory("keyholder-kafka-");
            EmbeddedKafka kafka = new EmbeddedKafka(directory, Ports.free());
            Files.writeString(
                    directory.resolve(KafkaNode.PROPERTIES), NodeProperties.of(directory, kafka.port, Ports.free()));
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
