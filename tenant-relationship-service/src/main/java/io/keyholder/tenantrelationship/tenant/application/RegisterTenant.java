package io.keyholder.tenantrelationship.tenant.application;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.tenant.domain.Additions;
import io.keyholder.tenantrelationship.tenant.domain.Registration;
import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** An operator registers a tenant, or changes what is registered. Runs in the caller's transaction. */
@ApplicationScoped
public class RegisterTenant {
    private final Tenants tenants;
    private final FreeForTenant free;
    private final AskConsent askConsent;
    private final TenantEvents events;
    private final Clock clock;

    RegisterTenant(Tenants tenants, FreeForTenant free, AskConsent askConsent, TenantEvents events, Clock clock) {
        this.tenants = tenants;
        this.free = free;
        this.askConsent = askConsent;
        this.events = events;
        this.clock = clock;
    }

    public Registration register(TenantDetails details, Provenance by) {
        Tenant tenant = new Tenant(Ids.next(), details, clock.instant(), 1);
        return free.obstacle(tenant.id(), details).orElseGet(() -> {
            tenants.add(tenant);
            events.registered(tenant, by);
            return new Registration.Registered(tenant);
        });
    }

    /**
     * What needs the tenant's consent waits for it; the rest is done.
     *
     * @param present the tenant as it was read in this transaction, under {@link Tenants#lockRegistrations}
     * @param operator who asks
     */
    public Registration change(Tenant present, TenantDetails details, String operator, Provenance by) {
        return free.obstacle(present.id(), details).orElseGet(() -> {
            Additions additions = Additions.between(present.details(), details);
            if (additions.areNone()) {
                return new Registration.Registered(changed(present, details, by));
            }
            if (!askConsent.isNeededOf(present.id())) {
                return new Registration.Registered(added(present, details, additions, by));
            }
            changed(present, additions.leftOutOf(details, present.details()), by);
            return askConsent.ask(present.id(), additions, operator, by);
        });
    }

    private Tenant added(Tenant present, TenantDetails details, Additions additions, Provenance by) {
        Tenant tenant = changed(present, details, by);
        if (askConsent.wouldBeNeededOf(present.id())) {
            events.forced(tenant, additions.summary(), by);
        }
        return tenant;
    }

    /** As it is then; one that stays as it is is not announced. */
    private Tenant changed(Tenant present, TenantDetails details, Provenance by) {
        if (details.equals(present.details())) {
            return present;
        }
        Tenant tenant = present.changedTo(details);
        tenants.update(tenant);
        events.changed(present, tenant, by);
        return tenant;
    }
}
