package io.keyholder.localstack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database, its owner and a user for each service that has one. The owner migrates the schema; the user may do what the
 * owner grants, and neither can connect to another's.
 */
record Databases(int port, Credentials credentials) {

    static final String SUPERUSER = "postgres";

    private static final String OWNS_TABLES =
            "SELECT 1 FROM pg_class WHERE relowner = ?::regrole AND relpersistence <> 't'";

    Map<String, String> environmentFor(String database) {
        return Map.of(
                "KEYHOLDER_DATABASE_URL", url(database),
                "KEYHOLDER_DATABASE_USERNAME", database,
                "KEYHOLDER_DATABASE_PASSWORD", credentials.database(database),
                "KEYHOLDER_DATABASE_OWNER_USERNAME", owner(database),
                "KEYHOLDER_DATABASE_OWNER_PASSWORD", credentials.database(owner(database)),
                "KEYHOLDER_DATABASE_REQUIRE_RESTRICTED_USER", "true");
    }

    String superuserPassword() {
        return credentials.postgresSuperuser();
    }

    boolean answer() {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    void create() {
        try (Connection connection = connect(SUPERUSER)) {
            execute(connection, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
            for (ServiceModule module : ServiceModule.behindTheGateway()) {
                create(connection, module.database().orElseThrow());
            }
        } catch (SQLException e) {
            throw new StackException("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void create(Connection connection, String name) throws SQLException {
        createUser(connection, owner(name));
        createUser(connection, name);
        if (exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            handOver(name);
        } else {
            execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, owner(name)));
        }
        execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        execute(connection, "GRANT CONNECT ON DATABASE %1$s TO %1$s".formatted(name));
    }

    private void createUser(Connection connection, String name) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE %s LOGIN".formatted(name));
        }
        execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(name, credentials.database(name)));
    }

    /**
     * What stacks of before had no owner for belonged to the service's user. Not in vain: it would take the temporary tables of sessions
     * that are at work, too.
     */
    private void handOver(String name) throws SQLException {
        try (Connection connection = connect(name)) {
            if (exists(connection, OWNS_TABLES, name)) {
                execute(connection, "REASSIGN OWNED BY %s TO %s".formatted(name, owner(name)));
            }
        }
    }

    private static String owner(String database) {
        return database + "_owner";
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

    /** As who may do anything. */
    Connection connect(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
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
