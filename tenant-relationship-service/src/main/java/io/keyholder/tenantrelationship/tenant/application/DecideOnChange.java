package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Decision;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange.State;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** A Global admin approves or rejects what an operator wants of the tenant, or the operator takes it back. */
@ApplicationScoped
public class DecideOnChange {
    private final TenantChanges changes;
    private final Tenants tenants;
    private final FreeForTenant free;
    private final TenantEvents events;
    private final Clock clock;

    DecideOnChange(TenantChanges changes, Tenants tenants, FreeForTenant free, TenantEvents events, Clock clock) {
        this.changes = changes;
        this.tenants = tenants;
        this.free = free;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does what was asked for, if it can still be done.
     *
     * @param change locked in this transaction
     * @param present its tenant, read under {@link Tenants#lockRegistrations}
     */
    public Decision approve(TenantChange change, Tenant present, String userId, Provenance by) {
        Instant now = now();
        Optional<TenantChange> approved = change.decided(new State.Approved(now, userId), now);
        if (approved.isEmpty()) {
            return new Decision.NotPending(change.at(now).status());
        }
        Optional<TenantDetails> details = change.additions().appliedTo(present.details());
        if (details.isEmpty()) {
            return keep(change, new State.Outdated(now), by.byThePlatform()) instanceof Decision.Done done
                    ? new Decision.Outdated(done.change())
                    : new Decision.NotPending(change.status());
        }
        Optional<Registration> obstacle = free.obstacle(present.id(), details.get());
        if (obstacle.isPresent()) {
            return new Decision.Refused(obstacle.get());
        }
        Tenant tenant = present.changedTo(details.get());
        tenants.update(tenant);
        events.changed(present, tenant, by);
        return keep(change, new State.Approved(now, userId), by);
    }

    public Decision reject(TenantChange change, String userId, Optional<String> reason, Provenance by) {
        return keep(change, new State.Rejected(now(), userId, reason), by);
    }

    /** @param operator need not be the one who asked */
    public Decision withdraw(TenantChange change, String operator, Provenance by) {
        return keep(change, new State.Withdrawn(now(), operator), by);
    }

    private Decision keep(TenantChange change, State decision, Provenance by) {
        Instant now = now();
        Optional<TenantChange> decided = change.decided(decision, now);
        decided.ifPresent(made -> {
            changes.update(made);
            events.decided(made, by);
        });
        return decided.<Decision>map(Decision.Done::new)
                .orElseGet(() -> new Decision.NotPending(change.at(now).status()));
    }

    private Instant now() {
        return clock.instant();
    }
}
