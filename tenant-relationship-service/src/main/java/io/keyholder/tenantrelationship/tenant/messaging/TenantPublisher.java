package io.keyholder.tenantrelationship.tenant.messaging;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.TenantState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import io.keyholder.tenantrelationship.tenant.application.TenantEvents;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class TenantPublisher implements TenantEvents {
    private final Outbox outbox;
    private final AuditLog audit;

    TenantPublisher(Outbox outbox, AuditLog audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public void registered(Tenant tenant, Provenance by) {
        publish(
                EventType.TENANT_REGISTERED,
                AuditEntry.Operation.CREATE,
                tenant,
                Difference.created(stateOf(tenant)),
                by);
    }

    @Override
    public void changed(Tenant before, Tenant after, Provenance by) {
        Difference change = Difference.of(stateOf(before), stateOf(after));
        publish(EventType.TENANT_CHANGED, AuditEntry.Operation.UPDATE, after, change, by);
    }

    @Override
    public void forced(Tenant tenant, String additions, Provenance by) {
        record(
                AuditEntry.Operation.UPDATE,
                new AuditSubject(tenant.id(), null, tenant.id().toString(), "without consent: " + additions),
                Difference.none(),
                by);
    }

    @Override
    public void consentAskedFor(TenantChange change, Provenance by) {
        record(AuditEntry.Operation.CREATE, subject(change), Difference.created(change.additions()), by);
    }

    @Override
    public void decided(TenantChange change, Provenance by) {
        Difference status =
                Difference.of(Map.of("status", TenantChange.Status.PENDING), Map.of("status", change.status()));
        record(AuditEntry.Operation.UPDATE, subject(change), status, by);
    }

    /** Under what it adds: whoever reads the log sees what was asked for and agreed to. */
    private static AuditSubject subject(TenantChange change) {
        return new AuditSubject(
                change.tenantId(),
                null,
                change.id().toString(),
                change.additions().summary());
    }

    private void record(AuditEntry.Operation operation, AuditSubject subject, Difference change, Provenance by) {
        audit.changed(AuditEntry.Category.APPROVAL, operation, subject, change, by);
    }

    private void publish(
            EventType type, AuditEntry.Operation operation, Tenant tenant, Difference change, Provenance by) {
        outbox.append(type, stateOf(tenant), tenant.version(), by);
        audit.changed(
                AuditEntry.Category.TENANT,
                operation,
                new AuditSubject(tenant.id(), null, tenant.id().toString(), tenant.name()),
                change,
                by);
    }

    static TenantState stateOf(Tenant tenant) {
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
}
