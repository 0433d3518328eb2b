package io.keyholder.tenantrelationship.relationship.persistence;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a token of an acceptance awaits here: the relationship itself, which this service derives. */
@ApplicationScoped
class EstablishedRelationships implements ConsistencyView {
    private final PanacheRelationships relationships;

    EstablishedRelationships(PanacheRelationships relationships) {
        this.relationships = relationships;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RELATIONSHIPS);
    }

    @Override
    public boolean has(Topic topic, UUID aggregateId, Sequence sequence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> relationships
                        .find(aggregateId)
                        .map(relationship -> relationship.version() >= sequence.version())
                        .orElse(false));
    }

    /** This is the owner: what it committed, it has. */
    @Override
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        return true;
    }
}
