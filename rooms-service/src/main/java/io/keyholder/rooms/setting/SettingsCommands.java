package io.keyholder.rooms.setting;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.outbox.Provenance;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Difference;
import io.keyholder.record.Locked;
import io.keyholder.rooms.setting.model.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Changes what a tenant sets, in the caller's transaction. Nobody else need hear of it; the audit log does. */
@ApplicationScoped
class SettingsCommands {
    private final SettingsStore settings;
    private final AuditLog log;
    private final Clock clock;

    SettingsCommands(SettingsStore settings, AuditLog log, Clock clock) {
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /** A tenant has one of them. */
    static AuditSubject subject(UUID tenantId) {
        return new AuditSubject(tenantId, null, "settings", "Settings");
    }

    TenantSettings guardDelegations(Locked<TenantSettings> present, boolean on, Provenance by) {
        TenantSettings changed = present.now().withDelegationGuard(on, clock.instant());
        if (!changed.equals(present.now())) {
            settings.update(changed);
            log.changed(
                    AuditEntry.Category.SETTING,
                    AuditEntry.Operation.UPDATE,
                    subject(changed.tenantId()),
                    Difference.of(SettingsRequest.of(present.now()), SettingsRequest.of(changed)),
                    by);
        }
        return changed;
    }
}
