package io.keyholder.audit.domain;

import io.keyholder.contracts.AuditEntry;
import java.time.Instant;
import java.util.UUID;

/** A place in the log's order, which is by time and then by id. */
public record Position(Instant time, UUID id) {

    public static Position of(AuditEntry entry) {
        return new Position(entry.time(), entry.id());
    }
}
