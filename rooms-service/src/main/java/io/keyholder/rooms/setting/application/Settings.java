package io.keyholder.rooms.setting.application;

import io.keyholder.rooms.setting.domain.TenantSettings;
import java.util.UUID;

/** Where settings are kept. */
public interface Settings {

    TenantSettings of(UUID tenantId);

    /** As they are now, and nobody else changes them until the transaction ends. */
    TenantSettings lock(UUID tenantId);

    void update(TenantSettings settings);
}
