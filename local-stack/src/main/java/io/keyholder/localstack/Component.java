package io.keyholder.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One process of the stack: what it needs, how it is started, and when it can be used. */
sealed interface Component permits Postgres, Kafka, Keycloak, Service {

    String name();

    /** The port its users know. */
    int port();

    /** Every port it listens on, by the name that the configuration knows. */
    default List<String> portNames() {
        return List.of(name());
    }

    /** What must be ready before this one starts, by name. */
    Set<String> needs();

    /** Roughly what it takes once it runs. */
    int memoryInMiB();

    /** Makes what the process needs on disk. May take a while the first time, nothing afterwards. */
    void prepare(Progress progress);

    Launch launch();

    boolean isReady();

    /** What has to be done once it answers, each time it was started. */
    default void provision() {}

    default Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** How often to try again when it stops at once, for what its killed predecessor may still hold. */
    default int attempts() {
        return 1;
    }

    /** The signal that ends it in good order. */
    default String stopSignal() {
        return "TERM";
    }
}
