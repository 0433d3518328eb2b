package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The port each part listens on, always on loopback. What the environment says comes first: of one part, then of all, by how
 * much they are moved. Then comes what the stack used last (Keycloak's port is part of the issuers that the tenants are
 * registered with), then the default.
 */
public record Ports(Map<String, Integer> byName) {

    static final String OFFSET = "KEYHOLDER_PORT_OFFSET";
    static final String KAFKA_CONTROLLER = "kafka-controller";
    static final String GATEWAY_MANAGEMENT = "gateway-management";

    private static final int FIRST_FREE = 20_000;
    private static final int LAST_FREE = 32_000;

    private static final int LAST_PORT = 65_535;
    private static final int OFFSET_STEP = 1_000;

    private static final Map<String, Integer> DEFAULTS = defaults();
    private static final int LARGEST_OFFSET = LAST_PORT - Collections.max(DEFAULTS.values());

    public Ports {
        byName = Map.copyOf(byName);
    }

    /**
     * Every part on a port that is free now, for stacks beside the usual one. They lie below the range from which Linux
     * takes the ports of outgoing connections, so that a part which was down finds its port still free.
     */
    public static Ports free() {
        var free = ThreadLocalRandom.current()
                .ints(FIRST_FREE, LAST_FREE)
                .distinct()
                .filter(Ports::isFree)
                .limit(DEFAULTS.size())
                .iterator();
        var ports = new LinkedHashMap<String, Integer>();
        DEFAULTS.keySet().forEach(name -> ports.put(name, free.nextInt()));
        return new Ports(ports);
    }

    static Ports from(Map<String, String> environment, Map<String, String> remembered) {
        var offset = Optional.ofNullable(environment.get(OFFSET)).map(Ports::parseOffset);
        return new Ports(DEFAULTS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Optional.ofNullable(environment.get(variable(entry.getKey())))
                                .map(text -> parse(entry.getKey(), text))
                                .or(() -> offset.map(by -> entry.getValue() + by))
                                .or(() -> Optional.ofNullable(remembered.get(entry.getKey()))
                                        .map(text -> parse(entry.getKey(), text)))
                                .orElse(entry.getValue()))));
    }

    /** The least number of thousands by which all parts can be moved onto ports that are free. */
    static OptionalInt freeOffset(IntPredicate isFree) {
        return IntStream.iterate(OFFSET_STEP, offset -> offset <= LARGEST_OFFSET, offset -> offset + OFFSET_STEP)
                .filter(offset -> DEFAULTS.values().stream().allMatch(port -> isFree.test(port + offset)))
                .findFirst();
    }

    /** The ports of the stack in {@code base}. */
    static Ports of(Path base, Map<String, String> environment) {
        var properties = new Properties();
        var file = file(base);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var remembered = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        return from(environment, remembered);
    }

    void remember(Path base) {
        var lines =
                DEFAULTS.keySet().stream().map(name -> name + "=" + of(name)).toList();
        try {
            Files.write(file(Directories.create(base)), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int of(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("No port for " + name));
    }

    static String variable(String name) {
        return "KEYHOLDER_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static int parse(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LAST_PORT) {
            throw new StackException("%s=%s is not a port (1 to 65535).".formatted(variable(name), text));
        }
        return Integer.parseInt(text);
    }

    private static int parseOffset(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > LARGEST_OFFSET) {
            throw new StackException("%s=%s is no offset of ports (0 to %d).".formatted(OFFSET, text, LARGEST_OFFSET));
        }
        return Integer.parseInt(text);
    }

    private static Path file(Path base) {
        return base.resolve("ports.properties");
    }

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put(Postgres.NAME, 15432);
        ports.put(Kafka.NAME, 19092);
        ports.put(KAFKA_CONTROLLER, 19093);
        ports.put(Keycloak.NAME, 8180);
        ports.put(GATEWAY_MANAGEMENT, 8090);
        for (ServiceModule module : ServiceModule.values()) {
            ports.put(module.moduleName(), module.defaultPort());
        }
        return ports;
    }
}
