package io.keyholder.tenantrelationship.tenant.application;

import java.util.UUID;

/**
 * Whether a Global admin of a tenant has ever signed in. From then on the tenant has somebody who can be asked, and
 * something to lose. It is never forgotten.
 */
public interface SignIns {

    /** Notes it, durably once this returns. */
    void seen(UUID tenantId);

    boolean haveBeenSeen(UUID tenantId);
}
