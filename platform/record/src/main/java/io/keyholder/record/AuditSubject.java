package io.keyholder.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is changed, or was to be.
 *
 * @param tenantId in whose log it stands; null when no tenant owns it, such as a missing object an operator asked for
 * @param relationshipId whose it is; null: none's. Where a partner acts on what is its customer's, the log has their relationship
 * @param objectId null: of something that was not created
 */
public record AuditSubject(
        @Nullable UUID tenantId,
        @Nullable UUID relationshipId,
        @Nullable String objectId,
        String objectName) {

    /** What belongs to a tenant, and to no relationship. */
    public static AuditSubject of(UUID tenantId, UUID objectId, String objectName) {
        return new AuditSubject(tenantId, null, objectId.toString(), objectName);
    }
}
