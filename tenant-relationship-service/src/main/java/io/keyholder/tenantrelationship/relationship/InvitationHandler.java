package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.invitation.InvitationStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Takes invitations in; one that is accepted establishes its relationship. */
@ApplicationScoped
class InvitationHandler implements EventHandler {
    private final InvitationStore invitations;
    private final RelationshipCommands commands;

    InvitationHandler(InvitationStore invitations, RelationshipCommands commands) {
        this.invitations = invitations;
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.INVITATIONS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof InvitationState invitation
                && invitations.take(invitation, event.sequence())
                && invitation.acceptance() instanceof InvitationState.Acceptance acceptance) {
            commands.establish(invitation, acceptance, Provenance.of(event));
        }
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return invitations.has(id, sequence);
    }
}
