package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.keyholder.outbox.OwnAggregates;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;

/** What a token of an acceptance awaits here: the relationship itself, which this service derives. */
@Singleton
class RelationshipVersions extends OwnAggregates {
    private final RelationshipStore relationships;

    RelationshipVersions(RelationshipStore relationships, OutboxEpoch epoch) {
        super(Topic.RELATIONSHIPS, epoch);
        this.relationships = relationships;
    }

    @Override
    protected OptionalLong version(UUID id) {
        return relationships
                .get(id)
                .map(relationship -> OptionalLong.of(relationship.version()))
                .orElseGet(OptionalLong::empty);
    }
}
