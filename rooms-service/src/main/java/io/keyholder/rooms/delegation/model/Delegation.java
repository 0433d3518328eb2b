package io.keyholder.rooms.delegation.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.AuditEntry.Operation;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Scope;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Unchanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rooms a relationship covers: the ceiling that no partner permission reaches past.
 *
 * @param relationshipId also its own id: a relationship has one
 */
public record Delegation(
        UUID relationshipId,
        UUID customerId,
        UUID partnerId,
        Scope roomScope,
        Status status,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Aggregate {

    /** An ended delegation stays, so that nothing late can start it again. */
    public enum Status {
        ACTIVE,
        ENDED
    }

    public static Changed<Delegation> start(
            UUID relationshipId, UUID customerId, UUID partnerId, Scope roomScope, Instant at) {
        return Changed.created(
                new Delegation(relationshipId, customerId, partnerId, roomScope, Status.ACTIVE, at, at, 1),
                EventType.DELEGATION_CREATED);
    }

    /** Of a relationship that ended before its acceptance was heard of: nothing starts it any more. */
    public static Changed<Delegation> neverStarted(UUID relationshipId, UUID customerId, UUID partnerId, Instant at) {
        return new Changed<>(
                Optional.empty(),
                new Delegation(relationshipId, customerId, partnerId, nothing(), Status.ENDED, at, at, 1),
                false,
                EventType.DELEGATION_ENDED,
                Operation.DELETE,
                Map.of());
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Wider or narrower: the customer may change it at any time. */
    public Outcome<Delegation> cover(Scope scope, Instant at) {
        return scope.equals(roomScope)
                ? new Unchanged<>(this)
                : Changed.updated(this, next(scope, status, at), EventType.DELEGATION_CHANGED);
    }

    /** Without a group that is deleted. When nothing else is named it covers nothing, never all. */
    public Outcome<Delegation> withoutGroup(UUID groupId, Instant at) {
        return cover(
                Scope.selected(
                        roomScope.roomIds(),
                        roomScope.roomGroupIds().stream()
                                .filter(id -> !id.equals(groupId))
                                .toList()),
                at);
    }

    public Outcome<Delegation> end(Instant at) {
        return isActive()
                ? Changed.ended(this, next(nothing(), Status.ENDED, at), EventType.DELEGATION_ENDED)
                : new Unchanged<>(this);
    }

    private Delegation next(Scope scope, Status nextStatus, Instant at) {
        return new Delegation(relationshipId, customerId, partnerId, scope, nextStatus, createdAt, at, version + 1);
    }

    private static Scope nothing() {
        return Scope.selected(List.of(), List.of());
    }
}
