package io.keyholder.tenantrelationship.relationship.messaging;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.tenantrelationship.relationship.application.Relationships;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** All relationships, for publishing them anew. */
@ApplicationScoped
class RelationshipStates implements StateSource {
    private final Relationships relationships;

    RelationshipStates(Relationships relationships) {
        this.relationships = relationships;
    }

    @Override
    public Topic topic() {
        return Topic.RELATIONSHIPS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return relationships.all().map(r -> new Snapshot(RelationshipPublisher.stateOf(r), r.version()));
    }
}
