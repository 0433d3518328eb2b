package io.keyholder.tenantrelationship.relationship;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Topic;
import io.keyholder.record.AuditSubject;
import io.keyholder.record.Changed;
import io.keyholder.record.Records;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** How relationships are stored, published and logged. */
@Singleton
class RelationshipRecords extends Records<Relationship> {
    private final RelationshipStore relationships;

    RelationshipRecords(RelationshipStore relationships) {
        super(Topic.RELATIONSHIPS, AuditEntry.Category.RELATIONSHIP);
        this.relationships = relationships;
    }

    /** In the customer's log, under the partner's name: that is how the customer knows it. */
    static AuditSubject subject(Relationship relationship, String partnerName) {
        return new AuditSubject(
                relationship.customerId(), relationship.id(), relationship.id().toString(), partnerName);
    }

    @Override
    protected RelationshipState state(Relationship relationship) {
        return new RelationshipState(
                relationship.id(),
                relationship.customerId(),
                relationship.partnerId(),
                switch (relationship.status()) {
                    case ACTIVE -> RelationshipState.Status.ACTIVE;
                    case SUSPENDED -> RelationshipState.Status.SUSPENDED;
                    case TERMINATED -> RelationshipState.Status.TERMINATED;
                },
                relationship.invitationId(),
                relationship.establishedAt(),
                relationship.permissionCeiling().orElse(null),
                List.of());
    }

    @Override
    public AuditSubject subject(Relationship relationship) {
        return subject(relationship, relationships.named(relationship).partnerName());
    }

    @Override
    protected void store(List<Changed<Relationship>> changes) {
        changes.forEach(relationships::store);
    }

    @Override
    protected Stream<Snapshot> snapshots() {
        return relationships.all().map(this::snapshot);
    }
}
