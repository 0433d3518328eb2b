package io.keyholder.audit;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.FieldChange;
import io.keyholder.contracts.Ids;
import java.time.Instant;
import java.util.List;
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

    AuditEntry renamed(Instant time, String before, String after) {
        return new AuditEntry(
                Ids.next(),
                time,
                AuditEntry.Category.ROOM,
                AuditEntry.Operation.UPDATE,
                AuditEntry.Result.SUCCESSFUL,
                "room-1",
                after,
                tenantId,
                "ada",
                tenantId,
                null,
                null,
                1,
                "203.0.113.7",
                "req-1",
                List.of(
                        new FieldChange("name", TextNode.valueOf(before), TextNode.valueOf(after)),
                        new FieldChange("capacity", null, IntNode.valueOf(12))));
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
