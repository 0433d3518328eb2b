package io.keyholder.rooms.delegation.messaging;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.application.EndDelegation;
import io.keyholder.rooms.delegation.application.TakenStates;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A terminated relationship ends its delegation. */
@ApplicationScoped
class TerminationHandler implements EventHandler {
    private final TakenStates taken;
    private final EndDelegation endDelegation;

    TerminationHandler(TakenStates taken, EndDelegation endDelegation) {
        this.taken = taken;
        this.endDelegation = endDelegation;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RELATIONSHIPS);
    }

    @Override
    public void handle(Topic topic, Event<?> event) {
        if (event.data() instanceof RelationshipState relationship
                && taken.take(topic, relationship.id(), event.sequence())
                && relationship.isEnded()) {
            endDelegation.end(
                    relationship.id(), relationship.customerId(), relationship.partnerId(), Provenance.of(event));
        }
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return QuarkusTransaction.requiringNew().call(() -> taken.has(topic, id, sequence));
    }
}
