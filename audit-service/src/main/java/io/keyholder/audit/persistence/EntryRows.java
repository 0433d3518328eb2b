package io.keyholder.audit.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries to and from rows. The order of the columns is known here and nowhere else. */
final class EntryRows {
    static final String COLUMNS = "id, time, tenant_id, user_tenant_id, relationship_id, count, category, operation,"
            + " result, user_id, object_id, object_name, reason, client_address, request_id, changes";

    private static final int ROW_LENGTH = 300;

    private EntryRows() {}

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                AuditEntry.Category.valueOf(row.getString(7)),
                AuditEntry.Operation.valueOf(row.getString(8)),
                AuditEntry.Result.valueOf(row.getString(9)),
                row.getString(11),
                row.getString(12),
                row.getObject(3, UUID.class),
                row.getString(10),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(13),
                row.getInt(6),
                row.getString(14),
                row.getString(15),
                Changes.read(row.getString(16)));
    }

    /** In COPY's text format: columns between tabs, rows between line feeds. */
    static byte[] copyText(Collection<AuditEntry> entries) {
        StringBuilder text = new StringBuilder(entries.size() * ROW_LENGTH);
        for (AuditEntry entry : entries) {
            column(text, entry.id());
            column(text, Timestamps.of(entry.time()));
            column(text, entry.tenantId());
            column(text, entry.userTenantId());
            column(text, entry.relationshipId());
            column(text, entry.count());
            column(text, entry.category().name());
            column(text, entry.operation().name());
            column(text, entry.result().name());
            column(text, entry.userId());
            column(text, entry.objectId());
            column(text, entry.objectName());
            column(text, entry.reason());
            column(text, entry.clientAddress());
            column(text, entry.requestId());
            column(text, Changes.write(entry.changes()));
            text.setCharAt(text.length() - 1, '\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void column(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else {
            escape(text, value.toString());
        }
        text.append('\t');
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                // PostgreSQL's texts hold every character but this; the entry is not lost for it.
                case '\0' -> text.append('\uFFFD');
                default -> text.append(c);
            }
        }
    }
}
