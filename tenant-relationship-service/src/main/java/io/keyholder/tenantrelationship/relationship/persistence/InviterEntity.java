package io.keyholder.tenantrelationship.relationship.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "inviter")
class InviterEntity {
    @Id
    @Column(name = "invitation_id")
    UUID invitationId;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column
    boolean pending;

    @Column
    int epoch;

    @Column
    long version;
}
