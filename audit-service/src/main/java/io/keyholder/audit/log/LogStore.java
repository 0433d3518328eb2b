package io.keyholder.audit.log;

import io.keyholder.audit.log.model.LogQuery;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.sql.Database;
import io.keyholder.sql.Sql;
import io.keyholder.web.list.Results;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The entries of all logs, in PostgreSQL. */
@ApplicationScoped
public class LogStore {
    private final Database database;
    private final DataSource source;

    LogStore(Database database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    /** Adds those that are not there yet, in the present transaction. */
    void store(Collection<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            EntryIngest.write(connection, entries.stream().map(Storable::form).toList());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Audit entries could not be stored", e);
        }
    }

    boolean has(UUID id) {
        return database.one(
                Sql.of("select exists (select from audit_entry where id = :id) as stored")
                        .bind("id", id),
                row -> row.flag("stored"));
    }

    /** What is asked of a log, the newest first. A page costs what its entries cost, wherever in the log they are. */
    public Results<AuditEntry> search(LogQuery query) {
        return new Found(query);
    }

    private final class Found implements Results<AuditEntry> {
        private final LogQuery query;

        Found(LogQuery query) {
            this.query = query;
        }

        @Override
        public List<AuditEntry> page(List<String> after, int limit) {
            Sql sql = LogCondition.append(query, Sql.of("select * from audit_entry where "));
            if (!after.isEmpty()) {
                String time = sql.value(Timestamps.of(Instant.parse(after.get(0))));
                String id = sql.value(UUID.fromString(after.get(1)));
                // The first part says nothing new, but lets whole months be left out.
                sql.append(" and time <= " + time + " and (time, id) < (" + time + ", " + id + ")");
            }
            // The limit is in the text: the planner would think that a parameter may be anything.
            return database.list(sql.append(" order by time desc, id desc limit " + limit), EntryRows::read);
        }

        @Override
        public long count() {
            return database.one(
                    LogCondition.append(query, Sql.of("select count(*) from audit_entry where ")),
                    row -> row.number("count"));
        }

        @Override
        public List<String> keysOf(AuditEntry entry) {
            return List.of(entry.time().toString(), entry.id().toString());
        }
    }
}
