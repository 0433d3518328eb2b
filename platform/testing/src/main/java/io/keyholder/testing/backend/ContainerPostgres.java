package io.keyholder.testing.backend;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL as a container. */
final class ContainerPostgres {

    static final String IMAGE = "postgres:18";

    private ContainerPostgres() {}

    /** Starts a server and answers with its {@code host:port}; Testcontainers ends it with the JVM. */
    @SuppressWarnings("resource") // lives as long as the JVM
    static String start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withDatabaseName("postgres")
                .withUsername("postgres")
                .withPassword("postgres")
                .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
        container.start();
        Containers.stopAtExit(container);
        return container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }
}
