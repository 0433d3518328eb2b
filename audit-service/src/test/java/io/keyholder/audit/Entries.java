package io.keyholder.audit;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import java.time.Instant;
import java.util.UUID;

/** Entries as other services write them, with what a test does not care about filled in. */
record Entries(UUID tenantId) {

    AuditEntry at(Instant time, String objectName) {
        return entry(time, AuditEntry.Category.ROOM, AuditEntry.Operation.UPDATE, objectName, "ada", tenantId);
    }

    AuditEntry by(String userId, UUID userTenantId, Instant time) {
        return entry(time, AuditEntry.Category.ROOM, AuditEntry.Operation.UPDATE, "Board room", userId, userTenantId);
    }

    AuditEntry of(AuditEntry.Category category, AuditEntry.Operation operation, Instant time) {
        return entry(time, category, operation, "Thing", "ada", tenantId);
    }

    AuditEntry refused(Instant time, UUID relationshipId, String reason, int count) {
        return new AuditEntry(
                Ids.next(),
                time,
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.DELETE,
                AuditEntry.Result.FAILED,
                null,
                "",
                tenantId,
                "mallory",
                tenantId,
                relationshipId,
                reason,
                count);
    }

    AuditEntry entry(
            Instant time,
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            String objectName,
            String userId,
            UUID userTenantId) {
        return new AuditEntry(
                Ids.next(),
                time,
                category,
                operation,
                AuditEntry.Result.SUCCESSFUL,
                "room-1",
                objectName,
                tenantId,
                userId,
                userTenantId,
                null,
                null,
                1);
    }
}
