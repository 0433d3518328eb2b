package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface RelationshipEvents {
    void established(Relationship relationship, Provenance by);

    void suspended(Relationship before, Relationship after, Provenance by);

    void resumed(Relationship before, Relationship after, Provenance by);

    void terminated(Relationship before, Relationship after, Provenance by);
}
