package io.keyholder.tenantrelationship.tenant.domain;

/** What became of registering or changing a tenant. */
public sealed interface Registration {
    record Registered(Tenant tenant) implements Registration {}

    /** The rest was done; this waits for the tenant's own Global admin. */
    record ConsentNeeded(TenantChange change) implements Registration {}

    /** A verified domain belongs to one tenant. */
    record DomainTaken(String domain) implements Registration {}

    /** An issuer belongs to one tenant, unless each of its tenants registers it as shared. */
    record IssuerTaken(String issuer) implements Registration {}

    /**
     * The tenant would have more than the platform keeps for one.
     *
     * @param what the limit's name
     */
    record LimitReached(String what, long most) implements Registration {}
}
