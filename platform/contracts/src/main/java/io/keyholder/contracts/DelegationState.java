package io.keyholder.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rooms a relationship covers: the ceiling that no partner permission reaches past.
 *
 * @param relationshipId the relationship whose delegation this is
 * @param customerId whose rooms they are
 * @param partnerId to whom they are delegated
 * @param roomScope which rooms
 * @param status ENDED is the last state
 */
public record DelegationState(
        UUID relationshipId,
        UUID customerId,
        UUID partnerId,
        Scope roomScope,
        Status status,
        List<String> mustUnderstand)
        implements AggregateState {

    public enum Status {
        ACTIVE,
        ENDED
    }

    public DelegationState(
            UUID relationshipId,
            UUID customerId,
            UUID partnerId,
            Scope roomScope,
            Status status,
            @Nullable List<String> mustUnderstand) {
        this.relationshipId = Objects.requireNonNull(relationshipId, "relationshipId");
        this.customerId = Objects.requireNonNull(customerId, "customerId");
        this.partnerId = Objects.requireNonNull(partnerId, "partnerId");
        this.roomScope = Objects.requireNonNull(roomScope, "roomScope");
        this.status = Objects.requireNonNull(status, "status");
        this.mustUnderstand = mustUnderstand == null ? List.of() : List.copyOf(mustUnderstand);
    }

    @Override
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public UUID id() {
        return relationshipId;
    }

    @Override
    public AggregateState ended() {
        return new DelegationState(
                relationshipId,
                customerId,
                partnerId,
                Scope.selected(List.of(), List.of()),
                Status.ENDED,
                mustUnderstand);
    }

    @Override
    public boolean isEnded() {
        return status == Status.ENDED;
    }
}
