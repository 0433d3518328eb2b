package io.keyholder.tenantrelationship.tenant;

import io.keyholder.identity.IssuerStatuses;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.enterprise.context.RequestScoped;

/** Tenants as the caller of the request sees them: its own, and to operators all, with how their issuers answer. */
@RequestScoped
public class TenantViews {
    private final TenantVisibility visibility;
    private final IssuerStatuses statuses;

    TenantViews(TenantVisibility visibility, IssuerStatuses statuses) {
        this.visibility = visibility;
        this.statuses = statuses;
    }

    public TenantView of(Tenant tenant) {
        return visibility.seesAllOf(tenant.id()) ? TenantView.whole(tenant, statuses) : TenantView.metadata(tenant);
    }

    /** As it is stored. */
    TenantView listed(Tenant tenant) {
        return visibility.seesAllOf(tenant.id()) ? TenantView.whole(tenant) : TenantView.metadata(tenant);
    }

    /** Has its issuers asked anew, if the caller sees how they answer. Waits for none. */
    TenantView refreshed(Tenant tenant) {
        if (visibility.seesAllOf(tenant.id())) {
            refresh(tenant.details());
        }
        return of(tenant);
    }

    /** Has issuers asked that are to be registered. Waits for none, because other registrations wait meanwhile. */
    public void refresh(TenantDetails details) {
        statuses.refresh(details.issuerNames());
    }

    /** The same, and waits for their answers as long as one request to an issuer may take. */
    void learn(TenantDetails details) {
        statuses.learn(details.issuerNames());
    }
}
