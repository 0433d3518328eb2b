package io.keyholder.audit.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.keyholder.contracts.AuditEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries as CSV (RFC 4180), in the columns of the original. The header line always comes, and first.
 *
 * <p>A name that a spreadsheet would take for a formula is written with an apostrophe before it: whoever names a room
 * {@code =HYPERLINK(…)} writes into another's spreadsheet else. JSON lines have every name as it is.
 */
final class CsvEntries implements EntryWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final List<String> COLUMNS = List.of(
            "activity.category",
            "activity.objectName",
            "activity.operation",
            "activity.resultStatus",
            "activity.tenantId",
            "creationTime",
            "user.userId",
            "user.userTenantId");

    private final CsvWriter csv;

    CsvEntries(OutputStream out) {
        this.csv = CsvWriter.builder().build(out, UTF_8);
        csv.writeRecord(COLUMNS);
    }

    @Override
    public void write(AuditEntry entry) {
        csv.writeRecord(List.of(
                entry.category().exported(),
                harmless(entry.objectName()),
                entry.operation().exported(),
                entry.result().exported(),
                textOf(entry.tenantId()),
                entry.time().toString(),
                harmless(entry.userId()),
                textOf(entry.userTenantId())));
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
