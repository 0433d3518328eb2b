package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OwnAggregates;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;

/** What a token of an acceptance awaits here: the delegation, which this service derives. */
@Singleton
class DelegationVersions extends OwnAggregates {
    private final DelegationStore delegations;

    DelegationVersions(DelegationStore delegations, OutboxEpoch epoch) {
        super(Topic.DELEGATIONS, epoch);
        this.delegations = delegations;
    }

    @Override
    protected OptionalLong version(UUID id) {
        return delegations
                .get(id)
                .map(delegation -> OptionalLong.of(delegation.version()))
                .orElseGet(OptionalLong::empty);
    }
}
