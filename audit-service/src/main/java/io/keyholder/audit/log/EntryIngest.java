package io.keyholder.audit.log;

import io.keyholder.contracts.AuditEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.postgresql.PGConnection;

/**
 * Writes a batch as fast as PostgreSQL takes it: by COPY into a table of the session, and from there, in one statement,
 * what the log does not have yet. COPY by itself would end at the first entry that was delivered before.
 */
final class EntryIngest {
    private static final String STAGING = """
            create temporary table if not exists audit_staging (like audit_entry) on commit delete rows
            """;

    private static final String COPY = "copy audit_staging (" + EntryRows.COLUMNS + ") from stdin";

    /** In the order of ids, so that two consumers with the same entries never wait for each other crosswise. */
    private static final String INSERT = "insert into audit_entry (" + EntryRows.COLUMNS + ") select "
            + EntryRows.COLUMNS + " from audit_staging order by id on conflict (id, time) do nothing";

    private EntryIngest() {}

    /** @param connection in a transaction: its end empties the staging table */
    static void write(Connection connection, Collection<AuditEntry> entries) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGING);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY, new ByteArrayInputStream(EntryRows.copyText(entries)));
            statement.executeUpdate(INSERT);
        }
    }
}
