package io.keyholder.web.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class Notes {
    private final DataSource database;

    Notes(DataSource database) {
        this.database = database;
    }

    boolean insert(Note note) {
        return update(
                        "insert into note (id, tenant_id, name, seats, version) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        note.id(),
                        note.tenantId(),
                        note.name(),
                        note.seats(),
                        note.version())
                == 1;
    }

    void change(Note note) {
        update(
                "update note set name = ?, seats = ?, version = ? where id = ?",
                note.name(),
                note.seats(),
                note.version(),
                note.id());
    }

    void delete(UUID id) {
        update("delete from note where id = ?", id);
    }

    Optional<Note> lock(UUID id) {
        return select("select * from note where id = ? for update", id).stream().findFirst();
    }

    Optional<Note> find(UUID id) {
        return select("select * from note where id = ?", id).stream().findFirst();
    }

    List<Note> after(UUID tenant, String name, int limit) {
        return select("select * from note where tenant_id = ? and name > ? order by name limit ?", tenant, name, limit);
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Note> select(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            List<Note> notes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    notes.add(new Note(
                            row.getObject("id", UUID.class),
                            row.getObject("tenant_id", UUID.class),
                            row.getString("name"),
                            row.getObject("seats", Integer.class),
                            row.getLong("version")));
                }
            }
            return notes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
