package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's offer to one partner.
 *
 * @param roomScope the rooms the delegation starts with
 * @param permissionCeiling what the partner's roles may hold at most; null: the Primary admin's permissions. An empty one is
 *     written as such: left out it would mean everything
 * @param roomCounts how much was offered when it was sent; null: not counted
 * @param acceptance what acceptance established; present exactly when the status is ACCEPTED
 */
public record InvitationState(
        UUID id,
        UUID customerId,
        UUID partnerId,
        String partnerDomain,
        Status status,
        Scope roomScope,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> permissionCeiling,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Acceptance acceptance,
        @Nullable RoomCounts roomCounts)
        implements AggregateState {

    public enum Status {
        PENDING,
        ACCEPTED,
        DENIED,
        CANCELLED,
        EXPIRED
    }

    /** How many rooms, those in named groups included, and how many groups. Each is fixed when the invitation is sent. */
    public record RoomCounts(long rooms, long roomGroups) {}

    /**
     * The ids are minted by acceptance, so that no service further on can refuse and a caller can await each of them.
     *
     * @param primaryAdmins the first Primary admins, at least one
     */
    public record Acceptance(
            UUID relationshipId,
            UUID primaryAdminRoleId,
            UUID assignmentId,
            List<NamedPrincipal> primaryAdmins,
            Instant acceptedAt) {

        public Acceptance {
            Objects.requireNonNull(relationshipId, "relationshipId");
            Objects.requireNonNull(primaryAdminRoleId, "primaryAdminRoleId");
            Objects.requireNonNull(assignmentId, "assignmentId");
            Objects.requireNonNull(acceptedAt, "acceptedAt");
            primaryAdmins = List.copyOf(primaryAdmins);
        }
    }

    /** One whose rooms were not counted, as all were that were sent before there were counts. */
    public InvitationState(
            UUID id,
            UUID customerId,
            UUID partnerId,
            String partnerDomain,
            Status status,
            Scope roomScope,
            @Nullable List<String> permissionCeiling,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Acceptance acceptance) {
        this(
                id,
                customerId,
                partnerId,
                partnerDomain,
                status,
                roomScope,
                permissionCeiling,
                createdAt,
                expiresAt,
                acceptance,
                null);
    }

    public InvitationState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(partnerId, "partnerId");
        Objects.requireNonNull(partnerDomain, "partnerDomain");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(roomScope, "roomScope");
        Objects.requireNonNull(expiresAt, "expiresAt");
        permissionCeiling = permissionCeiling == null ? null : List.copyOf(permissionCeiling);
        if ((status == Status.ACCEPTED) != (acceptance != null)) {
            throw new IllegalArgumentException("An acceptance goes with the status ACCEPTED and no other");
        }
    }

    @Override
    public AggregateState ended() {
        return new InvitationState(
                id,
                customerId,
                partnerId,
                partnerDomain,
                Status.CANCELLED,
                roomScope,
                permissionCeiling,
                createdAt,
                expiresAt,
                null,
                roomCounts);
    }

    /** An invitation stays readable after its end: the record itself is never deleted. */
    @Override
    public boolean isEnded() {
        return false;
    }
}
