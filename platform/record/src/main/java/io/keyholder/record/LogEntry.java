package io.keyholder.record;

import io.keyholder.contracts.AuditEntry;

/** What the log says of a change. */
public record LogEntry(
        AuditEntry.Category category, AuditEntry.Operation operation, AuditSubject subject, Difference change) {}
