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

/** The running JVM of an {@link EmbeddedKafka}, from its start to its end. */
final class NodeProcess {

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
    private final Process process;

    private NodeProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Where the process id stands while it runs. */
    static Path pidFile(Path directory) {
        return directory.resolve("node.pid");
    }

    static NodeProcess start(Path directory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.add(KafkaNode.class.getName());
        command.add(directory.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile(directory).toFile()));
        // By the environment, not as an argument: it is long and would hide everything else in a list of processes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            Process spawned = builder.start();
            Files.writeString(pidFile(directory), spawned.pid() + "\n");
            return new NodeProcess(directory, spawned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end as it would in production, and forces it if it takes too long. */
    void stop() {
        end(ProcessHandle::destroy);
    }

    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Sends a signal by its name, such as {@code STOP}. */
    void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
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

    String log() {
        try {
            return Files.readString(logFile(directory));
        } catch (IOException e) {
            return "unreadable: " + e;
        }
    }

    private void end(Consumer<ProcessHandle> signal) {
        try {
            signal.accept(process.toHandle());
            if (!process.waitFor(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.delete(pidFile(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka stops", e);
        }
    }

    private static Path logFile(Path directory) {
        return directory.resolve("node.log");
    }
}
