package io.keyholder.web.csv;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes RFC 4180 in UTF-8: a line of names as they are, and below it every cell in quotes. */
public final class CsvTable implements Flushable {
    private static final String LINE_END = "\r\n";

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_EMPTY_STRINGS)
            .build();

    private final CsvGenerator csv;

    /** @param columns their names, which need no quotes */
    public CsvTable(OutputStream out, List<String> columns) {
        try {
            csv = FACTORY.createGenerator(out);
            CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator(LINE_END);
            columns.forEach(schema::addColumn);
            csv.setSchema(schema.build());
            csv.writeRaw(String.join(",", columns) + LINE_END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param cells one a column */
    public void row(List<String> cells) {
        try {
            csv.writeStartArray();
            for (String cell : cells) {
                csv.writeString(cell);
            }
            csv.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }
}
