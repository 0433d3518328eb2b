package io.keyholder.localstack;

import io.keyholder.contracts.kafka.LocalUsers;
import io.keyholder.contracts.kafka.ServiceAcls;
import io.keyholder.contracts.kafka.ServiceRights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** One Kafka node that is broker and controller at once. It knows a user for each service, with the rights that it needs. */
record Kafka(Directories directories, int port, int controllerPort, Credentials credentials) implements Component {

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
        Secrecy.write(home.resolve("server.properties"), properties(home));
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

    /** Rights stay as they are in the code: what somebody added or took away by hand does not last. */
    @Override
    public void provision() {
        var properties = new HashMap<String, Object>(clientOf(LocalUsers.ADMINISTRATOR));
        properties.put("bootstrap.servers", bootstrapServers());
        try (var admin = Admin.create(properties)) {
            new ServiceAcls(ServiceRights::service).apply(admin);
        } catch (ExecutionException e) {
            throw new StackException("Kafka's users cannot be given their rights: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Giving Kafka's users their rights was interrupted", e);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The properties by which a client is that user. */
    Map<String, String> clientOf(String user) {
        return users().client(user);
    }

    /** The same as a service is told. */
    Map<String, String> environmentFor(String service) {
        var environment = new HashMap<String, String>();
        clientOf(service)
                .forEach((name, value) -> environment.put(
                        "KEYHOLDER_KAFKA_CLIENT_"
                                + name.toUpperCase(Locale.ROOT).replace('.', '_'),
                        value));
        environment.put("KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("KEYHOLDER_KAFKA_REQUIRE_RESTRICTED_USER", "true");
        return environment;
    }

    private LocalUsers users() {
        return new LocalUsers(Stream.concat(
                        Stream.of(LocalUsers.ADMINISTRATOR),
                        Arrays.stream(ServiceRights.values()).map(ServiceRights::service))
                .collect(Collectors.toMap(user -> user, credentials::kafka)));
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
                controller.quorum.voters=1@127.0.0.1:%1$d
                log.dirs=%2$s
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
                """.formatted(controllerPort, home.resolve("log")) + users().serverProperties(port, controllerPort);
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
