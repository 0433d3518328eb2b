package io.keyholder.audit.export;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.web.download.Download;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** An exported log, a page at a time. */
record LogContent(ExportLog log, ExportLog.Export export, Form form) implements Download.Content {

    /** Makes the writer of a form; it may write a beginning. */
    @FunctionalInterface
    interface Form {
        EntryWriter to(OutputStream out) throws IOException;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        EntryWriter writer = form.to(out);
        writer.flush();
        log.forEachPage(export, page -> write(page, writer));
    }

    private static void write(List<AuditEntry> page, EntryWriter writer) {
        try {
            for (AuditEntry entry : page) {
                writer.write(entry);
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
