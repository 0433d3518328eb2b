package io.keyholder.rooms.setting.domain;

import java.util.UUID;

/**
 * What a tenant sets for itself.
 *
 * @param delegationGuard whether it takes {@code partners:manage} too to put rooms into a group that is delegated
 */
public record TenantSettings(UUID tenantId, boolean delegationGuard, long version) {

    /** Until something is set. */
    public static TenantSettings initial(UUID tenantId) {
        return new TenantSettings(tenantId, true, 1);
    }

    public TenantSettings withDelegationGuard(boolean on) {
        return on == delegationGuard ? this : new TenantSettings(tenantId, on, version + 1);
    }
}
