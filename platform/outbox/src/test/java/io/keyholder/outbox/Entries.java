package io.keyholder.outbox;

import io.keyholder.contracts.AuditEntry;
import java.time.Instant;
import java.util.UUID;

/** Entries of the audit log. */
public final class Entries {

    private Entries() {}

    /** One of no matter what. */
    public static AuditEntry some(UUID id) {
        return new AuditEntry(
                id,
                Instant.EPOCH,
                AuditEntry.Category.RELATIONSHIP,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.FAILED,
                null,
                "",
                null,
                "ada",
                null,
                null,
                "not-found",
                1);
    }
}
