package io.keyholder.rbac.lifecycle;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.context.ContextStore;
import io.keyholder.rbac.context.model.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A relationship's context follows it. One that cannot be read needs nothing here: the decisions deny its partner
 * whatever the tables say.
 */
@ApplicationScoped
class RelationshipHandler implements EventHandler<RelationshipState> {
    private final ContextLifecycle lifecycle;
    private final ContextStore contexts;

    RelationshipHandler(ContextLifecycle lifecycle, ContextStore contexts) {
        this.lifecycle = lifecycle;
        this.contexts = contexts;
    }

    @Override
    public Class<RelationshipState> payload() {
        return RelationshipState.class;
    }

    @Override
    public void handle(Event<RelationshipState> event) {
        lifecycle.follow(contextOf(event.data()), event.sequence(), Provenance.of(event));
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
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
