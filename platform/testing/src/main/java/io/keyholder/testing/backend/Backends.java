package io.keyholder.testing.backend;

import java.util.Locale;

/**
 * Where PostgreSQL and Kafka of the tests come from. Chosen by the system property {@code backends}: {@code containers},
 * {@code embedded}, or {@code auto}, which takes containers where a Docker engine has their images already: it downloads
 * none.
 */
public enum Backends {
    CONTAINERS,
    EMBEDDED;

    private static final String PROPERTY = "backends";

    /**
     * The choice for this JVM.
     *
     * @throws IllegalArgumentException if the property names none of the three
     */
    public static Backends chosen() {
        return valueOf(JvmWide.computeIfAbsent(
                "keyholder.testing.backends",
                () -> choose(System.getProperty(PROPERTY, "auto")).name()));
    }

    static Backends choose(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            case "auto" -> Containers.areReady() ? CONTAINERS : EMBEDDED;
            default ->
                throw new IllegalArgumentException(
                        "-D" + PROPERTY + "=" + value + ": expected auto, containers or embedded");
        };
    }
}
