package io.keyholder.rooms.delegation.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Ends a delegation with its relationship, also before it was started: then nothing starts it any more. */
@ApplicationScoped
public class EndDelegation {
    private final Delegations delegations;
    private final DelegationEvents events;

    EndDelegation(Delegations delegations, DelegationEvents events) {
        this.delegations = delegations;
        this.events = events;
    }

    public void end(UUID relationshipId, UUID customerId, UUID partnerId, Provenance by) {
        Optional<Delegation> known = delegations.lock(relationshipId);
        if (known.isEmpty()) {
            Delegation never = Delegation.neverStarted(relationshipId, customerId, partnerId);
            delegations.add(never);
            events.ended(known, never, by);
        } else if (known.get().isActive()) {
            Delegation ended = known.get().ended();
            delegations.update(ended);
            events.ended(known, ended, by);
        }
    }
}
