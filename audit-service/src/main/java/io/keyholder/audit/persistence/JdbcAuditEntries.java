package io.keyholder.audit.persistence;

import io.keyholder.audit.application.AuditEntries;
import io.keyholder.audit.domain.LogQuery;
import io.keyholder.audit.domain.Position;
import io.keyholder.contracts.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcAuditEntries implements AuditEntries {
    private final DataSource database;

    JdbcAuditEntries(DataSource database) {
        this.database = database;
    }

    @Override
    public void store(Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            EntryIngest.write(connection, entries.stream().map(Storable::form).toList());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Audit entries could not be stored", e);
        }
    }

    @Override
    public boolean has(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select exists (select from audit_entry where id = ?)")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An audit entry could not be looked for", e);
        }
    }

    @Override
    public List<AuditEntry> list(LogQuery query, Optional<Position> after, int limit) {
        Condition condition = Condition.of(query);
        after.ifPresent(condition::after);
        // The limit stands in the text: of a parameter the planner would think that it may be anything.
        String sql = "select " + EntryRows.COLUMNS + " from audit_entry where " + condition.sql()
                + " order by time desc, id desc limit " + limit;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            condition.bind(connection, statement);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(EntryRows.read(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log could not be read", e);
        }
    }

    @Override
    public long count(LogQuery query) {
        Condition condition = Condition.of(query);
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from audit_entry where " + condition.sql())) {
            condition.bind(connection, statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log could not be counted", e);
        }
    }
}
