package io.keyholder.tenantrelationship.relationship.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.tenantrelationship.relationship.domain.Relationship;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface RelationshipEvents {
    void established(Relationship relationship, Provenance by);

    void suspended(Relationship relationship, Provenance by);

    void resumed(Relationship relationship, Provenance by);

    void terminated(Relationship relationship, Provenance by);
}
