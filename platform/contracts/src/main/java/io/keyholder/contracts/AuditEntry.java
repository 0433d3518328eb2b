package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log: a change, or a refused change.
 *
 * @param id the key of the event and of the entry, which is stored once
 * @param time when it happened
 * @param category the kind of object acted on
 * @param operation what was done
 * @param result whether it was
 * @param objectId the object acted on, as its path names it. Absent when the action names none
 * @param objectName its name at that time; may be empty
 * @param tenantId the tenant acted on, in whose log it stands. Absent when none is concerned
 * @param userId who acted: the token's {@code sub}, or {@code platform}
 * @param userTenantId whose user acted. Absent for a platform operator and for the platform itself
 * @param relationshipId the relationship in which a partner acted
 * @param reason why it was refused: the slug of the problem. Absent when it was successful
 * @param count how many refusals this entry stands for: beyond a rate those of a caller, or of a tenant's users, are
 *     recorded as one, the last of them
 * @param clientAddress the network address the request came from, as the gateway saw it
 * @param requestId the request's X-Request-Id
 * @param changes what became of which field. Absent when nothing is known of that, and for refusals
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        UUID id,
        Instant time,
        Category category,
        Operation operation,
        Result result,
        @Nullable String objectId,
        String objectName,
        @Nullable UUID tenantId,
        String userId,
        @Nullable UUID userTenantId,
        @Nullable UUID relationshipId,
        @Nullable String reason,
        int count,
        @Nullable String clientAddress,
        @Nullable String requestId,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldChange> changes)
        implements Payload {

    /** The user that stands in the log for what the platform does by itself, such as an expiry. */
    public static final String PLATFORM = "system";

    /** The kinds of objects, in the spelling of the export. */
    public enum Category {
        USER("User"),
        ASSIGNMENT("Assignment"),
        PARTNER_INVITATION("PartnerInvitation"),
        ROLE("Role"),
        RELATIONSHIP("Relationship"),
        DELEGATION("Delegation"),
        ROOM("Room"),
        ROOM_GROUP("RoomGroup"),
        UPDATE_RING("UpdateRing"),
        INCIDENT("Incident"),
        SETTING("Setting"),
        APPROVAL("Approval"),
        TENANT("Tenant"),
        AUDIT_EXPORT("AuditExport");

        private final String exported;

        Category(String exported) {
            this.exported = exported;
        }

        public String exported() {
            return exported;
        }
    }

    public enum Operation {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String exported;

        Operation(String exported) {
            this.exported = exported;
        }

        public String exported() {
            return exported;
        }
    }

    public enum Result {
        SUCCESSFUL("Successful"),
        FAILED("Failed");

        private final String exported;

        Result(String exported) {
            this.exported = exported;
        }

        public String exported() {
            return exported;
        }
    }

    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(objectName, "objectName");
        Objects.requireNonNull(userId, "userId");
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** An entry of which neither the request nor the fields are known. */
    public AuditEntry(
            UUID id,
            Instant time,
            Category category,
            Operation operation,
            Result result,
            @Nullable String objectId,
            String objectName,
            @Nullable UUID tenantId,
            String userId,
            @Nullable UUID userTenantId,
            @Nullable UUID relationshipId,
            @Nullable String reason,
            int count) {
        this(
                id,
                time,
                category,
                operation,
                result,
                objectId,
                objectName,
                tenantId,
                userId,
                userTenantId,
                relationshipId,
                reason,
                count,
                null,
                null,
                List.of());
    }

    /** The same entry for so many refusals. */
    public AuditEntry standingFor(int refusals) {
        return new AuditEntry(
                id,
                time,
                category,
                operation,
                result,
                objectId,
                objectName,
                tenantId,
                userId,
                userTenantId,
                relationshipId,
                reason,
                refusals,
                clientAddress,
                requestId,
                changes);
    }
}
