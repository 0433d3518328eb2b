package io.keyholder.rooms.group.api;

import io.keyholder.access.Permission;
import io.keyholder.rooms.delegation.application.Delegations;
import io.keyholder.rooms.group.domain.RoomGroup;
import io.keyholder.rooms.setting.application.Settings;
import io.keyholder.web.Access;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.UUID;

/** Who may widen a delegation by what joins a group that it names: who may widen it in itself, if the tenant wants that. */
@RequestScoped
class DelegationGuard {
    private final Settings settings;
    private final Delegations delegations;
    private final Access access;

    DelegationGuard(Settings settings, Delegations delegations, Access access) {
        this.settings = settings;
        this.delegations = delegations;
        this.access = access;
    }

    /**
     * @param group locked by the caller's transaction
     * @param joining which are not in it yet
     * @throws ProblemException {@code forbidden} naming {@code partners:manage}
     */
    void require(RoomGroup group, Collection<UUID> joining) {
        if (!joining.isEmpty()
                && !access.holds(Permission.PARTNERS_MANAGE, group.tenantId())
                && settings.of(group.tenantId()).delegationGuard()
                && !delegations.gaining(group.id(), joining).isEmpty()) {
            throw ProblemException.lacking(Permission.PARTNERS_MANAGE);
        }
    }
}
