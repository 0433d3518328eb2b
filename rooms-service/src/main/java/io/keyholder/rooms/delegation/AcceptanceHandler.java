package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** An accepted invitation starts a delegation over the rooms it offered. */
@ApplicationScoped
class AcceptanceHandler implements EventHandler<InvitationState> {
    private final AppliedVersions taken;
    private final DelegationCommands commands;

    AcceptanceHandler(AppliedVersions taken, DelegationCommands commands) {
        this.taken = taken;
        this.commands = commands;
    }

    @Override
    public Class<InvitationState> payload() {
        return InvitationState.class;
    }

    @Override
    public void handle(Event<InvitationState> event) {
        InvitationState invitation = event.data();
        if (taken.take(topic(), invitation.id(), event.sequence())
                && invitation.acceptance() instanceof InvitationState.Acceptance acceptance) {
            commands.start(
                    acceptance.relationshipId(),
                    invitation.customerId(),
                    invitation.partnerId(),
                    invitation.roomScope(),
                    Provenance.of(event));
        }
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return taken.has(topic(), id, sequence);
    }
}
