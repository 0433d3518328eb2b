package io.keyholder.localstack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and a user for each service that has one; each user owns its own and can connect to no other. */
record Databases(int port, Credentials credentials) {

    static final String SUPERUSER = "postgres";

    Map<String, String> environmentFor(String database) {
        return Map.of(
                "KEYHOLDER_DATABASE_URL", url(database),
                "KEYHOLDER_DATABASE_USERNAME", database,
                "KEYHOLDER_DATABASE_PASSWORD", credentials.database(database));
    }

    String superuserPassword() {
        return credentials.postgresSuperuser();
    }

    boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    void create() {
        try (Connection connection = connect()) {
            execute(connection, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
            for (ServiceModule module : ServiceModule.behindTheGateway()) {
                create(connection, module.database().orElseThrow());
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void create(Connection connection, String name) throws SQLException {
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

    private Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(SUPERUSER));
        source.setUser(SUPERUSER);
        source.setPassword(credentials.postgresSuperuser());
        source.setConnectTimeout(2);
        source.setSocketTimeout(20);
        return source.getConnection();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
