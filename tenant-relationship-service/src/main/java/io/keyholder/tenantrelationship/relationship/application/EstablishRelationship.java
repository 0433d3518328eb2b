package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;
import jakarta.enterprise.context.ApplicationScoped;

/** An accepted invitation becomes a relationship, once however often it is heard of. */
@ApplicationScoped
public class EstablishRelationship {
    private final Relationships relationships;
    private final RelationshipEvents events;

    EstablishRelationship(Relationships relationships, RelationshipEvents events) {
        this.relationships = relationships;
        this.events = events;
    }

    public void establish(Relationship relationship, Provenance by) {
        if (relationships.find(relationship.id()).isEmpty()) {
            relationships.add(relationship);
            events.established(relationship, by);
        }
    }
}
