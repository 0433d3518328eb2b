package io.keyholder.audit.export;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.web.csv.CsvTable;
import io.keyholder.web.csv.SafeCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries as CSV (RFC 4180), in the columns of the original. The header line always comes, and first.
 *
 * <p>What somebody has written is {@link SafeCells guarded}: whoever names a room {@code =HYPERLINK(…)} would otherwise
 * write into an administrator's spreadsheet. JSON lines have every name as it is.
 */
final class CsvEntries implements EntryWriter {
    private static final List<String> COLUMNS = List.of(
            "activity.category",
            "activity.objectName",
            "activity.operation",
            "activity.resultStatus",
            "activity.tenantId",
            "creationTime",
            "user.userId",
            "user.userTenantId");

    private final CsvTable csv;

    CsvEntries(OutputStream out) {
        this.csv = new CsvTable(out, COLUMNS);
    }

    @Override
    public void write(AuditEntry entry) {
        csv.row(List.of(
                entry.category().exported(),
                SafeCells.guard(entry.objectName()),
                entry.operation().exported(),
                entry.result().exported(),
                textOf(entry.tenantId()),
                entry.time().toString(),
                SafeCells.guard(entry.userId()),
                textOf(entry.userTenantId())));
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
