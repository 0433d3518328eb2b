package io.keyholder.testing.backend;

import java.util.function.Supplier;

/**
 * Values that exist once a JVM. Static fields would exist once a class loader, and Quarkus has a class loader for each
 * application a test starts: each would get a PostgreSQL and a Kafka of its own.
 */
final class JvmWide {

    private static final Object LOCK = JvmWide.class.getName().intern();

    private JvmWide() {}

    static String computeIfAbsent(String key, Supplier<String> value) {
        synchronized (LOCK) {
            String known = System.getProperty(key);
            if (known != null) {
                return known;
            }
            String computed = value.get();
            System.setProperty(key, computed);
            return computed;
        }
    }
}
