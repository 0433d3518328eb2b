package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OwnAggregates;
import jakarta.inject.Singleton;

/** What a token of an acceptance awaits here: the relationship itself, which this service derives. */
@Singleton
class RelationshipVersions extends OwnAggregates {

    RelationshipVersions(RelationshipStore relationships, OutboxEpoch epoch) {
        super(Topic.RELATIONSHIPS, epoch, relationships::get);
    }
}
