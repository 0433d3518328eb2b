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

    /** Another database takes its place and its name, but is not opened yet; what it was is gone. */
    static void replace(LocalStack stack, String database, String another) {
        close(stack, database);
        execute(
                stack,
                "postgres",
                "drop database " + database + " with (force)",
                "alter database " + another + " rename to " + database);
    }

    /** What a service expects of a database of its name. */
    static void open(LocalStack stack, String database) {
        execute(
                stack,
                "postgres",
                "alter database " + database + " owner to " + database + "_owner",
                "revoke all on database " + database + " from public",
                "grant connect on database " + database + " to " + database,
                "alter database " + database + " allow_connections true");
    }
}
