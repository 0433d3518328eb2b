package io.keyholder.tenantrelationship.tenant.domain;

/** What became of registering or changing a tenant. */
public sealed interface Registration {

    record Registered(Tenant tenant) implements Registration {}

    /** A verified domain belongs to one tenant. */
    record DomainTaken(String domain) implements Registration {}

    /** An issuer belongs to one tenant, unless each of its tenants registers it as shared. */
    record IssuerTaken(String issuer) implements Registration {}
}
