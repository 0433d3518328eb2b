package io.keyholder.rooms.group;

import io.keyholder.access.Permission;
import io.keyholder.rooms.group.model.RoomGroup;
import io.keyholder.rooms.reach.DelegatedScopes;
import io.keyholder.rooms.setting.SettingsStore;
import io.keyholder.web.Access;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Whoever lets rooms join a group that a delegation names widens the delegation: if the tenant wants it so, that takes the permission
 * to widen it directly.
 */
@RequestScoped
class DelegationGuard {
    private final SettingsStore settings;
    private final DelegatedScopes delegations;
    private final Access access;

    DelegationGuard(SettingsStore settings, DelegatedScopes delegations, Access access) {
        this.settings = settings;
        this.delegations = delegations;
        this.access = access;
    }

    /**
     * Whether the caller may let the rooms join, as far as delegations go.
     *
     * @param group locked by the caller's transaction
     * @param joining which are not in it yet
     */
    boolean allows(RoomGroup group, Collection<UUID> joining) {
        return joining.isEmpty()
                || access.holds(Permission.PARTNERS_MANAGE, group.tenantId())
                || !settings.of(group.tenantId()).delegationGuard()
                || delegations.gaining(group.id(), joining).isEmpty();
    }
}
