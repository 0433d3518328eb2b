package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Additions;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.TenantChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Additions to a tenant that somebody already speaks for wait until its Global admin agrees. */
@ApplicationScoped
class AskConsent {
    private final TenantChanges changes;
    private final SignIns signIns;
    private final TenantEvents events;
    private final TenantConfig config;
    private final Clock clock;

    AskConsent(TenantChanges changes, SignIns signIns, TenantEvents events, TenantConfig config, Clock clock) {
        this.changes = changes;
        this.signIns = signIns;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    boolean isNeededOf(UUID tenantId) {
        return !config.breakGlass() && wouldBeNeededOf(tenantId);
    }

    /** The same, whatever operators are allowed for an emergency. */
    boolean wouldBeNeededOf(UUID tenantId) {
        return signIns.haveBeenSeen(tenantId);
    }

    /** Asking twice for the same is asking once. */
    Registration ask(UUID tenantId, Additions additions, String operator, Provenance by) {
        Instant now = clock.instant();
        List<TenantChange> pending = changes.pending(tenantId, now);
        int most = config.limits().pendingChanges();
        return pending.stream()
                .filter(change -> change.additions().equals(additions))
                .findFirst()
                .<Registration>map(Registration.ConsentNeeded::new)
                .orElseGet(() -> pending.size() >= most
                        ? new Registration.LimitReached("changes that wait for a tenant's consent", most)
                        : new Registration.ConsentNeeded(added(tenantId, additions, operator, now, by)));
    }

    private TenantChange added(UUID tenantId, Additions additions, String operator, Instant now, Provenance by) {
        TenantChange change = new TenantChange(
                Ids.next(),
                tenantId,
                additions,
                operator,
                now,
                now.plus(config.consentWithin()),
                new TenantChange.State.Pending(),
                1);
        changes.add(change);
        events.consentAskedFor(change, by);
        return change;
    }
}
