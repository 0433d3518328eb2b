package io.keyholder.tenantrelationship.change;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import io.keyholder.record.Limit;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.change.model.Additions;
import io.keyholder.tenantrelationship.change.model.Requested;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.tenantrelationship.tenant.RegistrationRules;
import io.keyholder.tenantrelationship.tenant.TenantCommands;
import io.keyholder.tenantrelationship.tenant.TenantConfig;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes tenants as operators request it, in the caller's transaction: at once, or once their Global admin has agreed. */
@ApplicationScoped
class TenantChangeCommands {
    private final TenantChangeStore changes;
    private final SignIns signIns;
    private final TenantCommands tenants;
    private final RegistrationRules rules;
    private final AuditLog log;
    private final TenantConfig config;
    private final Clock clock;

    TenantChangeCommands(
            TenantChangeStore changes,
            SignIns signIns,
            TenantCommands tenants,
            RegistrationRules rules,
            AuditLog log,
            TenantConfig config,
            Clock clock) {
        this.changes = changes;
        this.signIns = signIns;
        this.tenants = tenants;
        this.rules = rules;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** Under what it adds: whoever reads the log sees what was asked for and agreed to. */
    static AuditSubject subject(TenantChange change) {
        return AuditSubject.of(
                change.tenantId(), change.id(), change.additions().summary());
    }

    /** What needs the tenant's consent waits for it; the rest is done. */
    Requested change(Locked<Tenant> tenant, TenantDetails wanted, String operator, Provenance by) {
        UUID id = tenant.now().id();
        TenantDetails present = tenant.now().details();
        Optional<Refused<Tenant>> obstacle = rules.obstacle(id, wanted);
        if (obstacle.isPresent()) {
            return new Requested.AtOnce(obstacle.get());
        }
        Additions additions = Additions.between(present, wanted);
        boolean needsConsent = !additions.areNone() && signIns.haveBeenSeen(id);
        if (needsConsent && !config.breakGlass()) {
            tenants.change(tenant, additions.leftOutOf(wanted, present), by);
            return ask(id, additions, operator, by);
        }
        Outcome<Tenant> outcome = tenants.change(tenant, wanted, by);
        if (needsConsent) {
            logForced(id, additions, by);
        }
        return new Requested.AtOnce(outcome);
    }

    /** Asking twice for the same is asking once. */
    private Requested ask(UUID tenantId, Additions additions, String operator, Provenance by) {
        List<TenantChange> pending = changes.pending(tenantId);
        Optional<TenantChange> same = pending.stream()
                .filter(change -> change.additions().equals(additions))
                .findFirst();
        if (same.isPresent()) {
            return new Requested.Waiting(same.get());
        }
        Limit limit = new Limit(
                "pending-changes", config.limits().pendingChanges(), "changes that wait for a tenant's consent");
        if (pending.size() >= limit.most()) {
            return new Requested.AtOnce(limit.refusal());
        }
        Instant now = clock.instant();
        TenantChange change =
                TenantChange.request(Ids.next(), tenantId, additions, operator, now, now.plus(config.consentWithin()));
        changes.store(change);
        log.changed(
                AuditEntry.Category.APPROVAL,
                AuditEntry.Operation.CREATE,
                subject(change),
                Difference.created(additions),
                by);
        return new Requested.Waiting(change);
    }

    /** What was added without the consent that it needs stands in the tenant's log as such. */
    private void logForced(UUID tenantId, Additions additions, Provenance by) {
        log.changed(
                AuditEntry.Category.APPROVAL,
                AuditEntry.Operation.UPDATE,
                AuditSubject.of(tenantId, tenantId, "without consent: " + additions.summary()),
                by);
    }
}
