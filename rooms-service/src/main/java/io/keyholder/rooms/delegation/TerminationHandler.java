package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** A terminated relationship ends its delegation. */
@ApplicationScoped
class TerminationHandler implements EventHandler {
    private final AppliedVersions taken;
    private final DelegationCommands commands;

    TerminationHandler(AppliedVersions taken, DelegationCommands commands) {
        this.taken = taken;
        this.commands = commands;
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
            commands.end(relationship.id(), relationship.customerId(), relationship.partnerId(), Provenance.of(event));
        }
    }

    @Override
    public boolean has(Topic topic, UUID id, Sequence sequence) {
        return taken.has(topic, id, sequence);
    }
}
