package io.keyholder.web.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an audited request acts on.
 *
 * @param tenantId in whose log it stands
 * @param relationshipId the relationship in which a partner acts, if one does
 */
public record AuditSubject(UUID tenantId, @Nullable UUID relationshipId, String objectId, String objectName) {}
