package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** An operator registers a tenant, or changes what is registered. Runs in the caller's transaction. */
@ApplicationScoped
public class RegisterTenant {
    private final Tenants tenants;
    private final TenantEvents events;
    private final Clock clock;

    RegisterTenant(Tenants tenants, TenantEvents events, Clock clock) {
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    public Registration register(TenantDetails details, Provenance by) {
        Tenant tenant = new Tenant(Ids.next(), details, clock.instant(), 1);
        Optional<Registration> obstacle = obstacle(tenant.id(), details);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        tenants.add(tenant);
        events.registered(tenant, by);
        return new Registration.Registered(tenant);
    }

    /** @param present the tenant as it was read in this transaction, under {@link Tenants#lockRegistrations} */
    public Registration change(Tenant present, TenantDetails details, Provenance by) {
        Optional<Registration> obstacle = obstacle(present.id(), details);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Tenant tenant = present.changedTo(details);
        tenants.update(tenant);
        events.changed(present, tenant, by);
        return new Registration.Registered(tenant);
    }

    private Optional<Registration> obstacle(UUID tenantId, TenantDetails details) {
        tenants.lockRegistrations();
        Optional<Registration> domain =
                tenants.domainTakenFrom(tenantId, details.domains()).map(Registration.DomainTaken::new);
        return domain.or(
                () -> tenants.issuerTakenFrom(tenantId, details.issuers()).map(Registration.IssuerTaken::new));
    }
}
