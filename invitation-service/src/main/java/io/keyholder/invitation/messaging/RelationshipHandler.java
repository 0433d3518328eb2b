package io.keyholder.invitation.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.invitation.application.Invitations;
import io.keyholder.invitation.application.KnownRelationships;
import io.keyholder.outbox.EventHandler;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** When a relationship has been terminated, and only then, its customer may invite the same partner again. */
@ApplicationScoped
class RelationshipHandler implements EventHandler {
    private final KnownRelationships relationships;
    private final Invitations invitations;

    RelationshipHandler(KnownRelationships relationships, Invitations invitations) {
        this.relationships = relationships;
        this.invitations = invitations;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RELATIONSHIPS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof RelationshipState relationship
                && relationships.take(relationship.id(), event.sequence())
                && relationship.status() == RelationshipState.Status.TERMINATED) {
            invitations.releasePairOf(relationship.id());
        }
    }

    @Override
    public void forget(Topic topic, UUID id) {
        relationships.forget(id);
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> relationships.has(id, sequence));
    }
}
