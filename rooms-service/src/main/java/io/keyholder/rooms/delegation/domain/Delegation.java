package io.keyholder.rooms.delegation.domain;

import io.keyholder.contracts.Scope;
import java.util.List;
import java.util.UUID;

/**
 * The rooms a relationship covers: the ceiling that no partner permission reaches past.
 *
 * @param relationshipId also its own id: a relationship has one
 */
public record Delegation(
        UUID relationshipId, UUID customerId, UUID partnerId, Scope roomScope, Status status, long version) {

    /** An ended delegation stays, so that nothing late can start it again. */
    public enum Status {
        ACTIVE,
        ENDED
    }

    public static Delegation started(UUID relationshipId, UUID customerId, UUID partnerId, Scope roomScope) {
        return new Delegation(relationshipId, customerId, partnerId, roomScope, Status.ACTIVE, 1);
    }

    /** Of a relationship that ended before its acceptance was heard of. */
    public static Delegation neverStarted(UUID relationshipId, UUID customerId, UUID partnerId) {
        return new Delegation(relationshipId, customerId, partnerId, nothing(), Status.ENDED, 1);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Wider or narrower: the customer's to say at any time. */
    public Delegation over(Scope scope) {
        return new Delegation(relationshipId, customerId, partnerId, scope, status, version + 1);
    }

    /** Without a group that is no more. When nothing else is named it covers nothing, never all. */
    public Delegation withoutGroup(UUID groupId) {
        return over(Scope.selected(
                roomScope.roomIds(),
                roomScope.roomGroupIds().stream()
                        .filter(id -> !id.equals(groupId))
                        .toList()));
    }

    public Delegation ended() {
        return new Delegation(relationshipId, customerId, partnerId, nothing(), Status.ENDED, version + 1);
    }

    private static Scope nothing() {
        return Scope.selected(List.of(), List.of());
    }
}
