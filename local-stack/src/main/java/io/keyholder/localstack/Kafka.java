package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One Kafka node that is broker and controller at once. */
record Kafka(Directories directories, int port, int controllerPort) implements Component {

    static final String NAME = "kafka";

    /** Fixed: there is one node, and it forms a cluster with nobody. */
    private static final String CLUSTER_ID = "a2V5aG9sZGVyLWxvY2FsMA";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> portNames() {
        return List.of(NAME, Ports.KAFKA_CONTROLLER);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int memoryInMiB() {
        return 450;
    }

    @Override
    public void prepare(Progress progress) {
        var home = Directories.create(directories.data(NAME));
        write(home.resolve("server.properties"), properties(home));
        write(home.resolve("logging.properties"), LOGGING);
        if (Files.exists(home.resolve("log/meta.properties"))) {
            return;
        }
        progress.note(NAME, "formatting the log directory");
        Executables.run(
                "Formatting Kafka's log directory",
                java("kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER_ID, "--config", configuration()));
    }

    @Override
    public Launch launch() {
        return java("kafka.Kafka", configuration());
    }

    /** The node opens this port only once the controller has let it in. */
    @Override
    public boolean isReady() {
        try (var socket = new Socket(Ports.loopback(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private Launch java(String mainClass, String... arguments) {
        var options = new ArrayList<>(List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration="
                        + directories.data(NAME).resolve("logging.properties").toUri(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                directories.built("kafka.classpath"),
                mainClass));
        options.addAll(List.of(arguments));
        return Launch.java(options, Map.of());
    }

    private String configuration() {
        return directories.data(NAME).resolve("server.properties").toString();
    }

    private String properties(Path home) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # The services create their topics, with the settings each needs.
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # A killed node is let in again once its session has ended.
                broker.heartbeat.interval.ms=1000
                broker.session.timeout.ms=4000
                """.formatted(port, controllerPort, home.resolve("log"));
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String LOGGING = """
            logger.level=WARN
            logger.handlers=CONSOLE
            loggers=kafka.server.KafkaRaftServer
            logger.kafka.server.KafkaRaftServer.level=INFO
            handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
            handler.CONSOLE.formatter=PATTERN
            handler.CONSOLE.properties=autoFlush
            handler.CONSOLE.autoFlush=true
            formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
            formatter.PATTERN.properties=pattern
            formatter.PATTERN.pattern=%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{2.}] %s%e%n
            """;
}
