package io.keyholder.audit.export;

import io.keyholder.contracts.AuditEntry;
import java.io.IOException;

/** Writes entries to a stream in one form. What was written goes on to the stream by {@link #flush} at the latest. */
interface EntryWriter {

    void write(AuditEntry entry) throws IOException;

    void flush() throws IOException;
}
