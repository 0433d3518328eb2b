package io.keyholder.web.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an audited request acts on.
 *
 * @param tenantId in whose log it stands; null: nobody's, as with what an operator asks for and is not there
 * @param relationshipId the relationship in which a partner acts, if one does
 * @param objectId null: of something that was not created
 */
public record AuditSubject(
        @Nullable UUID tenantId,
        @Nullable UUID relationshipId,
        @Nullable String objectId,
        String objectName) {}
