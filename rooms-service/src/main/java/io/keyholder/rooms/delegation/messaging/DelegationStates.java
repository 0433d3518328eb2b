package io.keyholder.rooms.delegation.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.rooms.delegation.application.Delegations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All delegations, for publishing them anew. */
@ApplicationScoped
class DelegationStates implements StateSource {
    private final Delegations delegations;

    DelegationStates(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public Topic topic() {
        return Topic.DELEGATIONS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return delegations.all().map(d -> new Snapshot(DelegationPublisher.stateOf(d), d.version()));
    }
}
