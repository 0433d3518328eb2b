package io.keyholder.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.web.shape.Expandable;
import io.keyholder.web.shape.TenantNames;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the log. */
@Schema(name = "AuditEvent", description = "A change, or a refused change.")
public record AuditEventView(
        UUID id,
        Instant creationTime,
        AuditEntry.Category category,

        @Schema(description = "The object acted on. Absent when the action names none.") @Nullable
        String objectId,

        @Schema(description = "The object's name at that time.", examples = "Board room Seattle")
        String objectName,

        AuditEntry.Operation operation,
        AuditEntry.Result resultStatus,

        @Schema(description = "The tenant acted on, in whose log this stands.")
        @Nullable
        @Expandable(as = "tenant", kind = TenantNames.TENANT)
        UUID tenantId,

        @Schema(description = "Who acted: the token's `sub`, or `platform` for what the platform does by itself.")
        String userId,

        @Schema(description = "Whose user acted. Absent for platform operators and the platform itself.") @Nullable
        UUID userTenantId,

        @Schema(description = "The relationship in which a partner acted.") @Nullable
        UUID relationshipId,

        @Schema(description = "Why it was refused: the problem's slug. Absent when it was successful.") @Nullable
        String reason,

        @Schema(
                description =
                        "How many refusals this stands for: beyond 60 a minute those of one kind are recorded as one,"
                                + " the last of them.",
                defaultValue = "1")
        int count,

        @Schema(description = "Where the request came from, as the gateway saw it.", examples = "203.0.113.7") @Nullable
        String clientAddress,

        @Schema(description = "The request's `X-Request-Id`.") @Nullable
        String requestId,

        @Schema(description = "What became of which field. Empty for refusals. Long values are shortened, with a mark.")
        List<ChangeView> changes) {

    /** What became of one field. */
    @Schema(name = "AuditFieldChange", description = "What became of one field.")
    public record ChangeView(
            @Schema(description = "Its path, with dots.", examples = "location.city")
            String field,

            @Schema(description = "Its value until then: any JSON. Absent when it had none.", examples = "\"Seattle\"")
            @Nullable
            JsonNode before,

            @Schema(description = "Its value from then on: any JSON. Absent when it has none any more.") @Nullable
            JsonNode after) {}

    public static AuditEventView of(AuditEntry entry) {
        return new AuditEventView(
                entry.id(),
                entry.time(),
                entry.category(),
                entry.objectId(),
                entry.objectName(),
                entry.operation(),
                entry.result(),
                entry.tenantId(),
                entry.userId(),
                entry.userTenantId(),
                entry.relationshipId(),
                entry.reason(),
                entry.count(),
                entry.clientAddress(),
                entry.requestId(),
                entry.changes().stream()
                        .map(change -> new ChangeView(change.field(), change.before(), change.after()))
                        .toList());
    }
}
