package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface TenantEvents {
    void registered(Tenant tenant, Provenance by);

    void changed(Tenant before, Tenant after, Provenance by);
}
