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
 * @param id the key of the event
 * @param customerId who invites
 * @param partnerId who is invited
 * @param partnerDomain the domain by which the partner was named
 * @param status what became of it
 * @param roomScope the rooms the delegation starts with
 * @param permissionCeiling what the partner's roles may hold at most. Absent: the Primary admin's permissions. Empty:
 *     nothing
 * @param createdAt when it was sent
 * @param expiresAt until when it can be answered
 * @param acceptance what the acceptance establishes. Present exactly when the status is ACCEPTED
 * @param roomCounts how much was offered, counted when it was sent and fixed from then on. Absent: not counted
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

    /**
     * How many rooms, those in named groups included, and how many groups. Each is fixed when the invitation is sent.
     *
     * @param rooms the named rooms and the rooms of the named groups, each once; of an offer of all, all there were
     * @param roomGroups the named groups; of an offer of all, all there were
     */
    public record RoomCounts(long rooms, long roomGroups) {}

    /**
     * The ids are minted by acceptance, so that no service further on can refuse and a caller can await each of them.
     *
     * @param relationshipId also the delegation's id
     * @param primaryAdminRoleId the relationship's built-in role
     * @param assignmentId the assignment of that role to the first Primary admins
     * @param primaryAdmins the first Primary admins
     * @param acceptedAt when it was accepted
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
