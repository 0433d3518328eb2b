package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.invitation.InvitationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes invitations in; one that is accepted establishes its relationship. */
@ApplicationScoped
class InvitationHandler implements EventHandler<InvitationState> {
    private final InvitationStore invitations;
    private final RelationshipCommands commands;

    InvitationHandler(InvitationStore invitations, RelationshipCommands commands) {
        this.invitations = invitations;
        this.commands = commands;
    }

    @Override
    public Class<InvitationState> payload() {
        return InvitationState.class;
    }

    @Override
    public void handle(Event<InvitationState> event) {
        InvitationState invitation = event.data();
        if (invitations.take(invitation, event.sequence())
                && invitation.acceptance() instanceof InvitationState.Acceptance acceptance) {
            commands.establish(invitation, acceptance, Provenance.of(event));
        }
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return invitations.has(id, sequence);
    }
}
