package io.keyholder.rooms.delegation;

import io.keyholder.contracts.Scope;
import io.keyholder.rooms.delegation.model.Delegation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "delegation")
class DelegationEntity {
    @Id
    @Column(name = "relationship_id")
    UUID relationshipId;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "covers_all")
    boolean coversAll;

    @Column(name = "room_ids")
    List<UUID> roomIds;

    @Column(name = "room_group_ids")
    List<UUID> roomGroupIds;

    @Enumerated(EnumType.STRING)
    Delegation.Status status;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column
    long version;

    DelegationEntity take(Delegation delegation) {
        relationshipId = delegation.relationshipId();
        customerId = delegation.customerId();
        partnerId = delegation.partnerId();
        coversAll = delegation.roomScope().coversAll();
        roomIds = delegation.roomScope().roomIds();
        roomGroupIds = delegation.roomScope().roomGroupIds();
        status = delegation.status();
        createdAt = delegation.createdAt();
        updatedAt = delegation.updatedAt();
        version = delegation.version();
        return this;
    }

    Delegation asDelegation() {
        Scope scope = coversAll ? Scope.all() : Scope.selected(roomIds, roomGroupIds);
        return new Delegation(relationshipId, customerId, partnerId, scope, status, createdAt, updatedAt, version);
    }
}
