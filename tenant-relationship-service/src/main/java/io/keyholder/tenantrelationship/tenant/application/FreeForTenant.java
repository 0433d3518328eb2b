package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Whether a tenant can have domains and issuers: they are not another's, and not too many. */
@ApplicationScoped
class FreeForTenant {
    private final Tenants tenants;
    private final TenantConfig.Limits limits;

    FreeForTenant(Tenants tenants, TenantConfig config) {
        this.tenants = tenants;
        this.limits = config.limits();
    }

    /** What keeps the tenant from having these. Nobody else takes them until the transaction ends. */
    Optional<Registration> obstacle(UUID tenantId, TenantDetails details) {
        tenants.lockRegistrations();
        return tooMany(details)
                .or(() -> tenants.domainTakenFrom(tenantId, details.domains()).map(Registration.DomainTaken::new))
                .or(() -> tenants.issuerTakenFrom(tenantId, details.issuers()).map(Registration.IssuerTaken::new));
    }

    private Optional<Registration> tooMany(TenantDetails details) {
        if (details.domains().size() > limits.domains()) {
            return Optional.of(new Registration.LimitReached("domains of a tenant", limits.domains()));
        }
        return details.issuers().size() > limits.issuers()
                ? Optional.of(new Registration.LimitReached("issuers of a tenant", limits.issuers()))
                : Optional.empty();
    }
}
