package io.keyholder.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.sql.Row;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Entries to and from rows. Only this class knows the columns. */
final class EntryRows {
    static final String COLUMNS = "id, time, tenant_id, user_tenant_id, relationship_id, count, category, operation,"
            + " result, user_id, object_id, object_name, reason, client_address, request_id, changes";

    private static final int ROW_LENGTH = 300;

    private EntryRows() {}

    static AuditEntry read(Row row) {
        return new AuditEntry(
                row.id("id"),
                row.time("time"),
                row.constant("category", AuditEntry.Category.class),
                row.constant("operation", AuditEntry.Operation.class),
                row.constant("result", AuditEntry.Result.class),
                row.optionalText("object_id").orElse(null),
                row.text("object_name"),
                row.optionalId("tenant_id").orElse(null),
                row.text("user_id"),
                row.optionalId("user_tenant_id").orElse(null),
                row.optionalId("relationship_id").orElse(null),
                row.optionalText("reason").orElse(null),
                (int) row.number("count"),
                row.optionalText("client_address").orElse(null),
                row.optionalText("request_id").orElse(null),
                Changes.read(row.optionalText("changes").orElse(null)));
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
