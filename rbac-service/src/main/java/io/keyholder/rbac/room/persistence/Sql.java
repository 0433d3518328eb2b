package io.keyholder.rbac.room.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Statements over ids and lists of ids, within the caller's transaction if there is one. */
@ApplicationScoped
class Sql {
    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    void update(String statement, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of rooms could not be written", e);
        }
    }

    /** Once for each row of parameters, in one round trip. */
    void updateAll(String statement, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (List<Object> row : rows) {
                bind(connection, prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of rooms could not be written", e);
        }
    }

    <T> List<T> query(String query, Row<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, query, parameters);
                ResultSet row = prepared.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("What is known of rooms could not be read", e);
        }
    }

    Set<UUID> ids(String query, Object... parameters) {
        return new HashSet<>(query(query, row -> row.getObject(1, UUID.class), parameters));
    }

    static Set<UUID> idsIn(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((UUID[]) array.getArray()));
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        bind(connection, prepared, List.of(parameters));
        return prepared;
    }

    private static void bind(Connection connection, PreparedStatement prepared, List<Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Object parameter = parameters.get(i);
            prepared.setObject(i + 1, parameter instanceof Collection<?> ids ? array(connection, ids) : parameter);
        }
    }

    private static Array array(Connection connection, Collection<?> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
