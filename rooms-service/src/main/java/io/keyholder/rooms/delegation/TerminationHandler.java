package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.outbox.EventHandler;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A terminated relationship ends its delegation. */
@ApplicationScoped
class TerminationHandler implements EventHandler<RelationshipState> {
    private final AppliedVersions taken;
    private final DelegationCommands commands;

    TerminationHandler(AppliedVersions taken, DelegationCommands commands) {
        this.taken = taken;
        this.commands = commands;
    }

    @Override
    public Class<RelationshipState> payload() {
        return RelationshipState.class;
    }

    @Override
    public void handle(Event<RelationshipState> event) {
        RelationshipState relationship = event.data();
        if (taken.take(topic(), relationship.id(), event.sequence()) && relationship.isEnded()) {
            commands.end(relationship.id(), relationship.customerId(), relationship.partnerId(), Provenance.of(event));
        }
    }

    @Override
    public boolean has(UUID id, Sequence sequence) {
        return taken.has(topic(), id, sequence);
    }
}
