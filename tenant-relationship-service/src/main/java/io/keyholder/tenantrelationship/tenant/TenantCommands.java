package io.keyholder.tenantrelationship.tenant;

import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.Locked;
import io.keyholder.record.Outcome;
import io.keyholder.record.Recorder;
import io.keyholder.record.Refused;
import io.keyholder.tenantrelationship.tenant.model.Tenant;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Registers and changes tenants, in the caller's transaction. */
@ApplicationScoped
public class TenantCommands {
    private final RegistrationRules rules;
    private final TenantRecords records;
    private final Recorder recorder;
    private final Clock clock;

    TenantCommands(RegistrationRules rules, TenantRecords records, Recorder recorder, Clock clock) {
        this.rules = rules;
        this.records = records;
        this.recorder = recorder;
        this.clock = clock;
    }

    Outcome<Tenant> register(TenantDetails details, Provenance by) {
        UUID id = Ids.next();
        Optional<Refused<Tenant>> obstacle = rules.obstacle(id, details);
        return obstacle.isPresent()
                ? obstacle.get()
                : recorder.record(Tenant.register(id, details, clock.instant()), records, by);
    }

    /** @param details to which {@link RegistrationRules} know no obstacle */
    public Outcome<Tenant> change(Locked<Tenant> tenant, TenantDetails details, Provenance by) {
        return recorder.record(tenant.now().change(details, clock.instant()), records, by);
    }
}
