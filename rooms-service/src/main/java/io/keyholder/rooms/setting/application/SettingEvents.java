package io.keyholder.rooms.setting.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.setting.domain.TenantSettings;

/** Tells the audit log, in the transaction of the change. */
public interface SettingEvents {
    void changed(TenantSettings before, TenantSettings after, Provenance by);
}
