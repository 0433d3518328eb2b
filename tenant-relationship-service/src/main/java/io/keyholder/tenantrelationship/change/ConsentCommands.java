package io.keyholder.tenantrelationship.change;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.Difference;
import io.keyholder.record.Locked;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.change.model.Decision;
import io.keyholder.tenantrelationship.change.model.TenantChange;
import io.keyholder.tenantrelationship.change.model.TenantChange.State;
import io.keyholder.tenantrelationship.tenant.RegistrationRules;
import io.keyholder.tenantrelationship.tenant.TenantCommands;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What waits for consent is approved or rejected by the tenant's Global admin, or taken back by an operator. */
@ApplicationScoped
class ConsentCommands {
    private final TenantChangeStore changes;
    private final TenantCommands tenants;
    private final RegistrationRules rules;
    private final AuditLog log;
    private final Clock clock;

    ConsentCommands(
            TenantChangeStore changes, TenantCommands tenants, RegistrationRules rules, AuditLog log, Clock clock) {
        this.changes = changes;
        this.tenants = tenants;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** Does what was asked for, if it can still be done. */
    Decision approve(Locked<TenantChange> change, Locked<Tenant> tenant, String userId, Provenance by) {
        Instant now = clock.instant();
        TenantChange present = change.now().at(now);
        if (present.status() != TenantChange.Status.PENDING) {
            return new Decision.Impossible(present.notPending());
        }
        Optional<TenantDetails> details =
                present.additions().appliedTo(tenant.now().details());
        if (details.isEmpty()) {
            return decide(change, new State.Outdated(now), now, by.byThePlatform());
        }
        Optional<Refused<Tenant>> obstacle = rules.obstacle(tenant.now().id(), details.get());
        if (obstacle.isPresent()) {
            return new Decision.Impossible(obstacle.get());
        }
        tenants.change(tenant, details.get(), by);
        return decide(change, new State.Approved(now, userId), now, by);
    }

    Decision reject(Locked<TenantChange> change, String userId, Optional<String> reason, Provenance by) {
        Instant now = clock.instant();
        return decide(change, new State.Rejected(now, userId, reason), now, by);
    }

    /** @param operator need not be the one who asked */
    Decision withdraw(Locked<TenantChange> change, String operator, Provenance by) {
        Instant now = clock.instant();
        return decide(change, new State.Withdrawn(now, operator), now, by);
    }

    private Decision decide(Locked<TenantChange> change, State decision, Instant now, Provenance by) {
        Optional<TenantChange> decided = change.now().decided(decision, now);
        decided.ifPresent(made -> keep(made, by));
        return decided.map(Decision::of)
                .orElseGet(() -> new Decision.Impossible(change.now().at(now).notPending()));
    }

    private void keep(TenantChange decided, Provenance by) {
        changes.store(decided);
        log.changed(
                AuditEntry.Category.APPROVAL,
                AuditEntry.Operation.UPDATE,
                TenantChangeCommands.subject(decided),
                Difference.of(Map.of("status", TenantChange.Status.PENDING), Map.of("status", decided.status())),
                by);
    }
}
