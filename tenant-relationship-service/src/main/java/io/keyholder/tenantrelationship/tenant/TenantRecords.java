package io.keyholder.tenantrelationship.tenant;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How tenants are stored, published and logged. */
@Singleton
class TenantRecords extends Records<Tenant> {
    private final TenantStore tenants;

    TenantRecords(TenantStore tenants) {
        super(Topic.TENANTS, AuditEntry.Category.TENANT);
        this.tenants = tenants;
    }

    @Override
    protected TenantState state(Tenant tenant) {
        TenantDetails details = tenant.details();
        return new TenantState(
                tenant.id(),
                details.name(),
                details.domains(),
                details.issuers().stream()
                        .map(i -> new TenantState.Issuer(i.issuer(), i.shared(), i.reading()))
                        .toList(),
                details.partnerEligible(),
                switch (details.status()) {
                    case ACTIVE -> TenantState.Status.ACTIVE;
                    case SUSPENDED -> TenantState.Status.SUSPENDED;
                },
                tenant.createdAt());
    }

    @Override
    public AuditSubject subject(Tenant tenant) {
        return AuditSubject.of(tenant.id(), tenant.id(), tenant.name());
    }

    @Override
    protected void store(List<Changed<Tenant>> changes) {
        changes.forEach(tenants::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return tenants.all().map(this::snapshot);
    }
}
