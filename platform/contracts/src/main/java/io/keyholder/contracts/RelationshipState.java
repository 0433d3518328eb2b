package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The link between a customer and a partner.
 *
 * @param id the key of the event; minted by the acceptance
 * @param customerId the tenant whose rooms it is about
 * @param partnerId the tenant that manages them
 * @param status TERMINATED is the last state
 * @param invitationId the invitation that was accepted
 * @param establishedAt when it was accepted
 * @param permissionCeiling what the partner's roles may hold at most. Absent: the Primary admin's permissions. Empty:
 *     nothing
 */
public record RelationshipState(
        UUID id,
        UUID customerId,
        UUID partnerId,
        Status status,
        UUID invitationId,
        Instant establishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> permissionCeiling,
        List<String> mustUnderstand)
        implements AggregateState {

    public enum Status {
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }

    public RelationshipState(
            UUID id,
            UUID customerId,
            UUID partnerId,
            Status status,
            UUID invitationId,
            Instant establishedAt,
            @Nullable List<String> permissionCeiling,
            @Nullable List<String> mustUnderstand) {
        this.id = Objects.requireNonNull(id, "id");
        this.customerId = Objects.requireNonNull(customerId, "customerId");
        this.partnerId = Objects.requireNonNull(partnerId, "partnerId");
        this.status = Objects.requireNonNull(status, "status");
        this.invitationId = Objects.requireNonNull(invitationId, "invitationId");
        this.establishedAt = Objects.requireNonNull(establishedAt, "establishedAt");
        this.permissionCeiling = permissionCeiling == null ? null : List.copyOf(permissionCeiling);
        this.mustUnderstand = mustUnderstand == null ? List.of() : List.copyOf(mustUnderstand);
    }

    @Override
    public AggregateState ended() {
        return new RelationshipState(
                id,
                customerId,
                partnerId,
                Status.TERMINATED,
                invitationId,
                establishedAt,
                permissionCeiling,
                mustUnderstand);
    }

    @Override
    public boolean isEnded() {
        return status == Status.TERMINATED;
    }
}
