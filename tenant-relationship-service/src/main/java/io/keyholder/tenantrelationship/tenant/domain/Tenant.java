package io.keyholder.tenantrelationship.tenant.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation registered on the platform. */
public record Tenant(UUID id, TenantDetails details, Instant createdAt, long version) {

    /** The same tenant with other details, one version later. */
    public Tenant changedTo(TenantDetails changed) {
        return new Tenant(id, changed, createdAt, version + 1);
    }

    public String name() {
        return details.name();
    }

    public List<String> domains() {
        return details.domains();
    }
}
