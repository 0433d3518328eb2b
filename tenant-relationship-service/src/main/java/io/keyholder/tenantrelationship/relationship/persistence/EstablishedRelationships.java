package io.keyholder.tenantrelationship.relationship.persistence;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.OutboxEpoch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a token of an acceptance awaits here: the relationship itself, which this service derives. */
@ApplicationScoped
class EstablishedRelationships implements ConsistencyView {
    private final PanacheRelationships relationships;
    private final OutboxEpoch epoch;

    EstablishedRelationships(PanacheRelationships relationships, OutboxEpoch epoch) {
        this.relationships = relationships;
        this.epoch = epoch;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.RELATIONSHIPS);
    }

    /** What was said in an earlier epoch and is not here has been lost with a database: nobody need wait for it. */
    @Override
    public boolean has(Topic topic, UUID aggregateId, Sequence sequence) {
        return QuarkusTransaction.requiringNew()
                        .call(() -> relationships
                                .find(aggregateId)
                                .map(relationship -> relationship.version() >= sequence.version())
                                .orElse(false))
                || sequence.isBefore(epoch.current());
    }

    /** This is the owner: what it committed, it has. */
    @Override
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        return true;
    }
}
