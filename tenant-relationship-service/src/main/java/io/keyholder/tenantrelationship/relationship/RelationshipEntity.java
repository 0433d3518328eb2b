package io.keyholder.tenantrelationship.relationship;

import io.keyholder.sql.Row;
import io.keyholder.tenantrelationship.relationship.model.Relationship;
import io.keyholder.tenantrelationship.relationship.model.Relationship.State;
import io.keyholder.tenantrelationship.relationship.model.Relationship.Status;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "relationship")
class RelationshipEntity {
    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "partner_id")
    UUID partnerId;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "invitation_id")
    UUID invitationId;

    @Column(name = "permission_ceiling")
    @Nullable
    List<String> permissionCeiling;

    @Column(name = "established_at")
    Instant establishedAt;

    @Column(name = "suspended_at")
    @Nullable
    Instant suspendedAt;

    @Column(name = "terminated_at")
    @Nullable
    Instant terminatedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column
    long version;

    RelationshipEntity take(Relationship relationship) {
        id = relationship.id();
        customerId = relationship.customerId();
        partnerId = relationship.partnerId();
        invitationId = relationship.invitationId();
        permissionCeiling = relationship.permissionCeiling().orElse(null);
        establishedAt = relationship.establishedAt();
        status = relationship.status();
        updatedAt = relationship.updatedAt();
        version = relationship.version();
        switch (relationship.state()) {
            case State.Active active -> suspendedAt = null;
            case State.Suspended suspended -> suspendedAt = suspended.since();
            case State.Terminated terminated -> terminatedAt = terminated.at();
        }
        return this;
    }

    /** The same of a row that was not read as an entity. */
    static Relationship read(Row row) {
        RelationshipEntity entity = new RelationshipEntity();
        entity.id = row.id("id");
        entity.customerId = row.id("customer_id");
        entity.partnerId = row.id("partner_id");
        entity.invitationId = row.id("invitation_id");
        entity.permissionCeiling = row.optionalTexts("permission_ceiling").orElse(null);
        entity.establishedAt = row.time("established_at");
        entity.status = row.constant("status", Status.class);
        entity.suspendedAt = row.optionalTime("suspended_at").orElse(null);
        entity.terminatedAt = row.optionalTime("terminated_at").orElse(null);
        entity.updatedAt = row.time("updated_at");
        entity.version = row.number("version");
        return entity.asRelationship();
    }

    Relationship asRelationship() {
        return new Relationship(
                id,
                customerId,
                partnerId,
                invitationId,
                Optional.ofNullable(permissionCeiling).map(List::copyOf),
                establishedAt,
                state(),
                updatedAt,
                version);
    }

    private State state() {
        return switch (status) {
            case ACTIVE -> new State.Active();
            case SUSPENDED -> new State.Suspended(Objects.requireNonNull(suspendedAt));
            case TERMINATED -> new State.Terminated(Objects.requireNonNull(terminatedAt));
        };
    }
}
