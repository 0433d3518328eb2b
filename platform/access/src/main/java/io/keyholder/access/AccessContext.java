package io.keyholder.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where roles hold: a tenant's own context, or one relationship's.
 *
 * @param customerId whose rooms it is about
 * @param relationshipId null: the tenant's own
 */
public record AccessContext(UUID customerId, @Nullable UUID relationshipId) {

    public static AccessContext ownOf(UUID tenantId) {
        return new AccessContext(tenantId, null);
    }

    public boolean isOwn() {
        return relationshipId == null;
    }
}
