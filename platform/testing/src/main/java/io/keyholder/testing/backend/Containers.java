package io.keyholder.testing.backend;

import org.testcontainers.containers.GenericContainer;

final class Containers {

    private Containers() {}

    /** Ryuk ends containers with the JVM; where it is disabled ({@code TESTCONTAINERS_RYUK_DISABLED}) this does. */
    static void stopAtExit(GenericContainer<?> container) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    }
}
