package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** An accepted invitation starts a delegation over the rooms it offered. */
@ApplicationScoped
class AcceptanceHandler implements EventHandler {
    private final AppliedVersions taken;
    private final DelegationCommands commands;

    AcceptanceHandler(AppliedVersions taken, DelegationCommands commands) {
        this.taken = taken;
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.INVITATIONS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof InvitationState invitation
                && taken.take(topic, invitation.id(), event.sequence())
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
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return taken.has(topic, id, sequence);
    }
}
