package io.keyholder.rbac.context.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.application.Contexts;
import io.keyholder.rbac.context.application.FollowRelationship;
import io.keyholder.rbac.context.domain.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A relationship's context follows it. One that cannot be read needs nothing here: the decisions deny its partner
 * whatever the tables say.
 */
@ApplicationScoped
class RelationshipHandler implements EventHandler {
    private final FollowRelationship followRelationship;
    private final Contexts contexts;

    RelationshipHandler(FollowRelationship followRelationship, Contexts contexts) {
        this.followRelationship = followRelationship;
        this.contexts = contexts;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RELATIONSHIPS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof RelationshipState relationship) {
            followRelationship.follow(contextOf(relationship), event.sequence(), Provenance.of(event));
        }
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> contexts.has(id, sequence));
    }

    private static Context contextOf(RelationshipState relationship) {
        return Context.ofRelationship(
                relationship.id(),
                relationship.customerId(),
                relationship.partnerId(),
                switch (relationship.status()) {
                    case ACTIVE -> Context.Status.OPEN;
                    case SUSPENDED -> Context.Status.SUSPENDED;
                    case TERMINATED -> Context.Status.CLOSED;
                },
                Optional.ofNullable(relationship.permissionCeiling()));
    }
}
