package io.keyholder.invitation.persistence;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.invitation.domain.Acceptance;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.State;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.invitation.domain.PrimaryAdmins;
import io.keyholder.invitation.domain.RoomCounts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationEntity {
    @Id
    UUID id;

    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "partner_id")
    UUID partnerId;

    @Embedded
    OfferColumns offer;

    @Column(name = "room_count")
    @Nullable
    Long roomCount;

    @Column(name = "room_group_count")
    @Nullable
    Long roomGroupCount;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    InvitationStatus status;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_by_platform")
    boolean decidedByPlatform;

    @Column
    @Nullable
    String reason;

    @Column(name = "relationship_id")
    @Nullable
    UUID relationshipId;

    @Column(name = "primary_admin_role_id")
    @Nullable
    UUID primaryAdminRoleId;

    @Column(name = "assignment_id")
    @Nullable
    UUID assignmentId;

    /** Changed by what is heard of the relationship, never with the invitation. */
    @Column(insertable = false, updatable = false)
    boolean released;

    /** Null: not since this is kept. */
    @UpdateTimestamp
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    @Column
    long version;

    @ElementCollection
    @CollectionTable(name = "invitation_primary_admin", joinColumns = @JoinColumn(name = "invitation_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    List<PrimaryAdminColumns> primaryAdmins = new ArrayList<>();

    void take(Invitation invitation) {
        id = invitation.id();
        customerId = invitation.customerId();
        partnerId = invitation.partnerId();
        offer = OfferColumns.of(invitation.offer());
        roomCount = invitation.roomCounts().map(RoomCounts::rooms).orElse(null);
        roomGroupCount = invitation.roomCounts().map(RoomCounts::roomGroups).orElse(null);
        createdBy = invitation.createdBy();
        createdAt = invitation.createdAt();
        expiresAt = invitation.expiresAt();
        status = invitation.status();
        version = invitation.version();
        switch (invitation.state()) {
            case State.Pending pending -> {}
            case State.Accepted accepted -> {
                decided(accepted.at(), accepted.by());
                take(accepted.acceptance());
            }
            case State.Denied denied -> {
                decided(denied.at(), denied.by());
                reason = denied.reason().orElse(null);
            }
            case State.Cancelled cancelled -> {
                decided(cancelled.at(), cancelled.by().orElse(AuditEntry.PLATFORM));
                decidedByPlatform = cancelled.by().isEmpty();
            }
            case State.Expired expired -> decided(expired.at(), null);
        }
    }

    private void decided(Instant at, @Nullable String by) {
        decidedAt = at;
        decidedBy = by;
    }

    private void take(Acceptance acceptance) {
        relationshipId = acceptance.relationshipId();
        primaryAdminRoleId = acceptance.primaryAdminRoleId();
        assignmentId = acceptance.assignmentId();
        acceptance
                .primaryAdmins()
                .named()
                .forEach(admin ->
                        primaryAdmins.add(new PrimaryAdminColumns(admin.type(), admin.id(), admin.displayName())));
    }

    Invitation asInvitation() {
        return new Invitation(
                id,
                customerId,
                partnerId,
                offer.asOffer(),
                roomCounts(),
                createdBy,
                createdAt,
                expiresAt,
                state(),
                version);
    }

    private Optional<RoomCounts> roomCounts() {
        return roomCount == null || roomGroupCount == null
                ? Optional.empty()
                : Optional.of(new RoomCounts(roomCount, roomGroupCount));
    }

    private State state() {
        return switch (status) {
            case PENDING -> new State.Pending();
            case ACCEPTED -> new State.Accepted(decidedAt(), decidedBy(), acceptance());
            case DENIED -> new State.Denied(decidedAt(), decidedBy(), Optional.ofNullable(reason));
            case CANCELLED ->
                new State.Cancelled(decidedAt(), decidedByPlatform ? Optional.empty() : Optional.of(decidedBy()));
            case EXPIRED -> new State.Expired(decidedAt());
        };
    }

    private Acceptance acceptance() {
        List<NamedPrincipal> named = primaryAdmins.stream()
                .map(admin -> new NamedPrincipal(partnerId, admin.type(), admin.principalId(), admin.displayName()))
                .toList();
        return new Acceptance(
                Objects.requireNonNull(relationshipId),
                Objects.requireNonNull(primaryAdminRoleId),
                Objects.requireNonNull(assignmentId),
                new PrimaryAdmins(named));
    }

    private Instant decidedAt() {
        return Objects.requireNonNull(decidedAt);
    }

    private String decidedBy() {
        return Objects.requireNonNull(decidedBy);
    }
}
