package io.keyholder.audit.api;

import io.keyholder.audit.application.ExportLog;
import io.keyholder.contracts.AuditEntry;
import io.vertx.core.http.HttpConnection;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A log as it is sent, a page at a time. When it cannot be ended, the connection is broken: an export that lacks entries
 * must not look like one that has them all.
 */
final class StreamedLog implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(StreamedLog.class);

    private static final int PATIENCE_SECONDS = 5;

    private final ExportLog log;
    private final ExportLog.Export export;
    private final Form form;
    private final HttpConnection connection;

    StreamedLog(ExportLog log, ExportLog.Export export, Form form, HttpConnection connection) {
        this.log = log;
        this.export = export;
        this.form = form;
        this.connection = connection;
    }

    /** Makes the writer of a form; it may write a beginning. */
    @FunctionalInterface
    interface Form {
        EntryWriter to(OutputStream out) throws IOException;
    }

    @Override
    public void write(OutputStream out) {
        try {
            EntryWriter writer = form.to(out);
            writer.flush();
            log.forEachPage(export, page -> write(page, writer));
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "event=audit.export-broken tenantId=%s reason=\"%s\"",
                    export.query().tenantId(), e.getMessage());
            breakConnection();
        }
    }

    /** Returns when it is broken: else the framework would end the answer as if it were whole. */
    private void breakConnection() {
        connection
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(closedBefore -> null)
                .join();
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
