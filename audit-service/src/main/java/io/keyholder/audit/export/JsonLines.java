package io.keyholder.audit.export;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.keyholder.audit.log.AuditEventView;
import io.keyholder.contracts.AuditEntry;
import java.io.IOException;
import java.io.OutputStream;

/** Entries as JSON, one a line: the same objects as the list has. */
final class JsonLines implements EntryWriter {
    private final ObjectWriter json;
    private final OutputStream out;

    JsonLines(ObjectWriter json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public void write(AuditEntry entry) throws IOException {
        out.write(json.writeValueAsBytes(AuditEventView.of(entry)));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
