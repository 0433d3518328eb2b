package io.keyholder.audit.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.csv.CsvSchema.ColumnType;
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

    private static final CsvSchema SCHEMA =
            CsvSchema.builder().addColumns(COLUMNS, ColumnType.STRING).build().withLineSeparator("\r\n");

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private final CsvGenerator csv;

    CsvEntries(OutputStream out) throws IOException {
        this.csv = FACTORY.createGenerator(out);
        csv.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        csv.setSchema(SCHEMA);
        row(COLUMNS);
    }

    @Override
    public void write(AuditEntry entry) throws IOException {
        row(List.of(
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

    private void row(List<String> values) throws IOException {
        csv.writeStartArray();
        for (String value : values) {
            csv.writeString(value);
        }
        csv.writeEndArray();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
