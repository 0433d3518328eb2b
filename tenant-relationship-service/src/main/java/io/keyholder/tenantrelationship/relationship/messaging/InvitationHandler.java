package io.keyholder.tenantrelationship.relationship.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.application.EstablishRelationship;
import io.keyholder.tenantrelationship.relationship.application.Invitations;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An accepted invitation establishes its relationship, under the id that the acceptance minted. */
@ApplicationScoped
class InvitationHandler implements EventHandler {
    private final Invitations invitations;
    private final EstablishRelationship establishRelationship;

    InvitationHandler(Invitations invitations, EstablishRelationship establishRelationship) {
        this.invitations = invitations;
        this.establishRelationship = establishRelationship;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.INVITATIONS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof InvitationState invitation && isNew(invitation, event.sequence())) {
            Optional.ofNullable(invitation.acceptance())
                    .ifPresent(acceptance -> establishRelationship.establish(
                            Relationship.established(
                                    acceptance.relationshipId(),
                                    invitation.customerId(),
                                    invitation.partnerId(),
                                    invitation.id(),
                                    Optional.ofNullable(invitation.permissionCeiling()),
                                    acceptance.acceptedAt()),
                            Provenance.of(event)));
        }
    }

    private boolean isNew(InvitationState invitation, Sequence sequence) {
        return invitations.take(
                invitation.id(),
                invitation.customerId(),
                invitation.partnerId(),
                invitation.status() == InvitationState.Status.PENDING,
                invitation.expiresAt(),
                sequence);
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> invitations.has(id, sequence));
    }
}
