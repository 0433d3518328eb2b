package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where tenants are kept. */
public interface Tenants {

    /** Keeps every other registration waiting until the transaction ends: domains and issuers are unique among all. */
    void lockRegistrations();

    Optional<Tenant> find(UUID id);

    /** One of the domains that belongs to another tenant than this. */
    Optional<String> domainTakenFrom(UUID tenantId, Collection<String> domains);

    /** One of the issuers that cannot be this tenant's: another's own, or shared by others but not by this, or so. */
    Optional<String> issuerTakenFrom(UUID tenantId, Collection<TenantDetails.Issuer> issuers);

    void add(Tenant tenant);

    void update(Tenant tenant);

    /** By name, then id; up to one more than the limit. */
    List<Tenant> list(TenantFilter filter, List<String> after, int limit);

    long count(TenantFilter filter);

    Stream<Tenant> all();
}
