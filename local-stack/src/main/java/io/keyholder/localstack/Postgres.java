package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL with a database and a user for each service that has one. */
record Postgres(Directories directories, int port, Credentials credentials) implements Component {

    static final String NAME = "postgresql";

    private static final String SUPERUSER = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int memoryInMiB() {
        return 200;
    }

    @Override
    public void prepare(Progress progress) {
        var binaries = PostgresBinaries.unpacked(directories, progress);
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        progress.note(NAME, "creating the data directory");
        Trees.delete(data());
        Directories.createParentOf(data());
        var passwordFile = directories.base().resolve("postgresql.password");
        try {
            Files.writeString(passwordFile, credentials.postgresSuperuser());
            Executables.run(
                    "initdb",
                    binaries.command(
                            "initdb",
                            "--pgdata=" + data(),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--no-instructions"));
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Launch launch() {
        var binaries = PostgresBinaries.unpacked(directories, Progress.silent());
        return binaries.command(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200");
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Each user owns its database and can connect to no other. */
    @Override
    public void provision() {
        try (Connection connection = connect(SUPERUSER)) {
            execute(connection, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
            for (ServiceModule module : ServiceModule.behindTheGateway()) {
                provision(connection, module.database().orElseThrow());
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    /** The backends of a killed server take a moment to notice. */
    @Override
    public int attempts() {
        return 5;
    }

    /** Waiting clients do not keep it from stopping: SIGTERM would let them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Map<String, String> environmentFor(String database) {
        return Map.of(
                "KEYHOLDER_DATABASE_URL", url(database),
                "KEYHOLDER_DATABASE_USERNAME", database,
                "KEYHOLDER_DATABASE_PASSWORD", credentials.database(database));
    }

    private void provision(Connection connection, String name) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE %s LOGIN".formatted(name));
        }
        execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(name, credentials.database(name)));
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE %1$s OWNER %1$s".formatted(name));
        }
        execute(connection, "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(SUPERUSER);
        source.setPassword(credentials.postgresSuperuser());
        source.setConnectTimeout(2);
        source.setSocketTimeout(20);
        return source.getConnection();
    }

    private Path data() {
        return directories.data(NAME);
    }
}
