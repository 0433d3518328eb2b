package io.keyholder.rooms.setting.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.setting.domain.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes what a tenant sets. Takes settings that the caller's transaction has locked. */
@ApplicationScoped
public class ChangeSettings {
    private final Settings settings;
    private final SettingEvents events;

    ChangeSettings(Settings settings, SettingEvents events) {
        this.settings = settings;
        this.events = events;
    }

    public TenantSettings guardDelegations(TenantSettings present, boolean on, Provenance by) {
        TenantSettings changed = present.withDelegationGuard(on);
        if (!changed.equals(present)) {
            settings.update(changed);
            events.changed(present, changed, by);
        }
        return changed;
    }
}
