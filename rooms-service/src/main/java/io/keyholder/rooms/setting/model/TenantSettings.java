package io.keyholder.rooms.setting.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant sets for itself.
 *
 * @param delegationGuard whether it takes {@code partners:manage} too to put rooms into a group that is delegated
 * @param updatedAt when something was last set; empty: everything is as at first
 */
public record TenantSettings(UUID tenantId, boolean delegationGuard, Optional<Instant> updatedAt, long version) {

    /** Until something is set. */
    public static TenantSettings initial(UUID tenantId) {
        return new TenantSettings(tenantId, true, Optional.empty(), 1);
    }

    public TenantSettings withDelegationGuard(boolean on, Instant at) {
        return on == delegationGuard ? this : new TenantSettings(tenantId, on, Optional.of(at), version + 1);
    }
}
