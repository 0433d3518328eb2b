package io.keyholder.rooms.delegation.application;

import io.keyholder.contracts.Scope;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * Widens and narrows delegations. Who asks this service afterwards is answered by the new one: lists and single rooms
 * read the same rows that are written here.
 */
@ApplicationScoped
public class ChangeDelegation {
    private final Delegations delegations;
    private final DelegationEvents events;

    ChangeDelegation(Delegations delegations, DelegationEvents events) {
        this.delegations = delegations;
        this.events = events;
    }

    /** @param delegation active, and locked by the caller's transaction */
    public Delegation change(Delegation delegation, Scope scope, Provenance by) {
        return keep(delegation, delegation.over(scope), by);
    }

    /**
     * Rooms are about to join a group: each delegation that they come into by that has widened.
     *
     * @param roomIds which are not in the group yet
     */
    public void groupGains(UUID groupId, Collection<UUID> roomIds, Provenance by) {
        if (!roomIds.isEmpty()) {
            delegations.gaining(groupId, roomIds).forEach(delegation -> events.widened(delegation, roomIds, by));
        }
    }

    /** A group is no more: whatever names it stops doing so. */
    public void forgetGroup(UUID groupId, Provenance by) {
        delegations.lockNaming(groupId).forEach(delegation -> keep(delegation, delegation.withoutGroup(groupId), by));
    }

    private Delegation keep(Delegation delegation, Delegation changed, Provenance by) {
        delegations.update(changed);
        events.changed(delegation, changed, by);
        return changed;
    }
}
