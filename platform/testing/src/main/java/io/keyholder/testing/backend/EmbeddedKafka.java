package io.keyholder.testing.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as a process of this machine: a JVM of its own with this one's class path, so that it shares no static state and no
 * loggers with the tests and can be frozen or killed.
 */
final class EmbeddedKafka implements StoppableKafka {

    private static final Duration STARTUP = Duration.ofSeconds(90);
    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final List<String> SMALL_JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path directory;
    private final int port;
    private @Nullable Process process;

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
            Reaper.watch(kafka.pidFile(), "KILL", directory);
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
        Process started = spawn();
        process = started;
        Awaitility.await("Kafka answers")
                .atMost(STARTUP)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isListening(started));
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(STARTUP.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka does not answer. Its log: " + log(), e);
        }
    }

    @Override
    public synchronized void stop() {
        end(ProcessHandle::destroy);
    }

    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    @Override
    public synchronized void close() {
        end(ProcessHandle::destroyForcibly);
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process spawn() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.add(KafkaNode.class.getName());
        command.add(directory.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile().toFile()));
        // By the environment, not as an argument: it is long and would hide everything else in a list of processes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process spawned = builder.start();
            Files.writeString(pidFile(), spawned.pid() + "\n");
            return spawned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isListening(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("Kafka did not start. Its log: " + log());
        }
        return !Ports.isFree(port);
    }

    private void end(Consumer<ProcessHandle> signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            signal.accept(running.toHandle());
            if (!running.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
            Files.delete(pidFile());
            process = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka stops", e);
        }
    }

    private synchronized void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("Kafka is stopped");
        }
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(running.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka is sent " + name, e);
        }
    }

    private Path pidFile() {
        return directory.resolve("node.pid");
    }

    private Path logFile() {
        return directory.resolve("node.log");
    }

    private String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            return "unreadable: " + e;
        }
    }
}
