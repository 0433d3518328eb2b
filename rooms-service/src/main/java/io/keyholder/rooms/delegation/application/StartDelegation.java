package io.keyholder.rooms.delegation.application;

import io.keyholder.contracts.Scope;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * An accepted invitation starts the delegation of its relationship, once however often it is heard of, and never when the
 * relationship has ended meanwhile.
 */
@ApplicationScoped
public class StartDelegation {
    private final Delegations delegations;
    private final DelegableIds delegable;
    private final DelegationEvents events;

    StartDelegation(Delegations delegations, DelegableIds delegable, DelegationEvents events) {
        this.delegations = delegations;
        this.delegable = delegable;
        this.events = events;
    }

    /** @param offered what the invitation named; what is no more, or never was the customer's, is left out */
    public void start(UUID relationshipId, UUID customerId, UUID partnerId, Scope offered, Provenance by) {
        if (delegations.find(relationshipId).isEmpty()) {
            Delegation delegation =
                    Delegation.started(relationshipId, customerId, partnerId, existing(customerId, offered));
            delegations.add(delegation);
            events.started(delegation, by);
        }
    }

    private Scope existing(UUID customerId, Scope offered) {
        if (offered.coversAll()) {
            return offered;
        }
        return Scope.selected(
                delegable.rooms(customerId, offered.roomIds()).stream().toList(),
                delegable.groups(customerId, offered.roomGroupIds()).stream().toList());
    }
}
