package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OwnAggregates;
import jakarta.inject.Singleton;

/** What a token of an acceptance awaits here: the delegation, which this service derives. */
@Singleton
class DelegationVersions extends OwnAggregates {

    DelegationVersions(DelegationStore delegations, OutboxEpoch epoch) {
        super(Topic.DELEGATIONS, epoch, delegations::get);
    }
}
