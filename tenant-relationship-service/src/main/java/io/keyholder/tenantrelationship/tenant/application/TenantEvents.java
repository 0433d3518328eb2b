package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface TenantEvents {

    void registered(Tenant tenant, Provenance by);

    void changed(Tenant before, Tenant after, Provenance by);

    /** Additions were made without the consent that they need. */
    void forced(Tenant tenant, String additions, Provenance by);

    /** An operator asks for the tenant's consent. */
    void consentAskedFor(TenantChange change, Provenance by);

    /** It was decided on, or withdrawn. */
    void decided(TenantChange change, Provenance by);
}
