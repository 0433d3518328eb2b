package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Somebody locks a table and goes for lunch. */
final class TableLocked implements Fault {
    private final String service;
    private final String table;
    private Optional<Connection> holder = Optional.empty();

    TableLocked(String service, String table) {
        this.service = service;
        this.table = table;
    }

    @Override
    public String name() {
        return "lock-" + service + "-" + table;
    }

    @Override
    public void begin(LocalStack stack) {
        try {
            Connection connection = stack.superuser(stack.databaseOf(service).orElseThrow());
            holder = Optional.of(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in access exclusive mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Not locked: " + table, e);
        }
    }

    @Override
    public void end(LocalStack stack) {
        try {
            holder.orElseThrow().close();
        } catch (SQLException e) {
            throw new IllegalStateException("Not unlocked: " + table, e);
        }
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(15);
    }
}
