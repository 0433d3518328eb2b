package io.keyholder.tenantrelationship.relationship;

import io.keyholder.tenantrelationship.relationship.model.Relationship;
import java.util.UUID;

/** A relationship with the names that its sides have now. */
record NamedRelationship(Relationship relationship, String customerName, String partnerName) {

    /** The partner's to the customer, and the customer's to the partner. */
    String nameOfTheOtherThan(UUID tenantId) {
        return tenantId.equals(relationship.customerId()) ? partnerName : customerName;
    }
}
