package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of who may do anything. */
final class Sql {

    private Sql() {}

    /** Each by itself, in no transaction. */
    static void execute(LocalStack stack, String database, String... statements) {
        try (Connection connection = stack.superuser(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Not done: " + String.join("; ", statements), e);
        }
    }

    /** Nobody connects to it any more, and who has is cut off. */
    static void close(LocalStack stack, String database) {
        execute(
                stack,
                "postgres",
                "alter database " + database + " allow_connections false",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
    }

    /**
     * Another database takes its place, its name and who may do what in it, but is not opened yet; what it was is gone. A copy made
     * from a template has no rights of its own, as a standby would.
     */
    static void replace(LocalStack stack, String database, String another) {
        close(stack, database);
        execute(
                stack,
                "postgres",
                "alter database " + another + " owner to " + database + "_owner",
                "update pg_database set datacl = (select datacl from pg_database where datname = '" + database
                        + "') where datname = '" + another + "'",
                "drop database " + database + " with (force)",
                "alter database " + another + " rename to " + database);
    }

    static void open(LocalStack stack, String database) {
        execute(stack, "postgres", "alter database " + database + " allow_connections true");
    }
}
