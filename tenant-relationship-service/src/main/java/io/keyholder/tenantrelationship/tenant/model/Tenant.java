package io.keyholder.tenantrelationship.tenant.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation registered on the platform. */
public record Tenant(UUID id, TenantDetails details, Instant createdAt, Instant updatedAt, long version)
        implements Aggregate {

    public static Changed<Tenant> register(UUID id, TenantDetails details, Instant at) {
        return Changed.created(new Tenant(id, details, at, at, 1), EventType.TENANT_REGISTERED);
    }

    public Outcome<Tenant> change(TenantDetails next, Instant at) {
        return next.equals(details)
                ? new Unchanged<>(this)
                : Changed.updated(this, new Tenant(id, next, createdAt, at, version + 1), EventType.TENANT_CHANGED);
    }

    public String name() {
        return details.name();
    }

    public List<String> domains() {
        return details.domains();
    }
}
