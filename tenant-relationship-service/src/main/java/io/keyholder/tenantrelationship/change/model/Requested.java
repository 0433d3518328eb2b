package io.keyholder.tenantrelationship.change.model;

import io.keyholder.record.Outcome;
import io.keyholder.tenantrelationship.tenant.model.Tenant;

/** What became of an operator's request to change a tenant. */
public sealed interface Requested {

    /** Nothing of it waits: it was done, or refused. */
    record AtOnce(Outcome<Tenant> outcome) implements Requested {}

    /** This waits for the tenant's own Global admin; the rest was done. */
    record Waiting(TenantChange change) implements Requested {}
}
