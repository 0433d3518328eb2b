package io.keyholder.tenantrelationship.relationship.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The link between a customer and a partner that an accepted invitation establishes.
 *
 * @param permissionCeiling what the partner's roles may hold at most; empty: the Primary admin's permissions
 */
public record Relationship(
        UUID id,
        UUID customerId,
        UUID partnerId,
        UUID invitationId,
        Optional<List<String>> permissionCeiling,
        Instant establishedAt,
        State state,
        Instant updatedAt,
        long version)
        implements Aggregate {

    /** Where a relationship is in its life. */
    public sealed interface State {

        record Active() implements State {}

        record Suspended(Instant since) implements State {}

        record Terminated(Instant at) implements State {}
    }

    /** The states by their names, as filters and answers have them. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }

    /** @param acceptedAt when the partner accepted, which may be a while before this service hears of it */
    public static Changed<Relationship> establish(
            UUID id,
            UUID customerId,
            UUID partnerId,
            UUID invitationId,
            Optional<List<String>> permissionCeiling,
            Instant acceptedAt,
            Instant at) {
        return Changed.created(
                new Relationship(
                        id,
                        customerId,
                        partnerId,
                        invitationId,
                        permissionCeiling,
                        acceptedAt,
                        new State.Active(),
                        at,
                        1),
                EventType.RELATIONSHIP_ESTABLISHED);
    }

    public Status status() {
        return switch (state) {
            case State.Active active -> Status.ACTIVE;
            case State.Suspended suspended -> Status.SUSPENDED;
            case State.Terminated terminated -> Status.TERMINATED;
        };
    }

    /** The customer's kill switch: no partner permission holds until it is resumed. */
    public Outcome<Relationship> suspend(Instant at) {
        return state instanceof State.Active
                ? Changed.updated(this, in(new State.Suspended(at), at), EventType.RELATIONSHIP_SUSPENDED)
                : wrongState();
    }

    public Outcome<Relationship> resume(Instant at) {
        return state instanceof State.Suspended
                ? Changed.updated(this, in(new State.Active(), at), EventType.RELATIONSHIP_RESUMED)
                : wrongState();
    }

    /** Ends it for good, from whichever state. */
    public Outcome<Relationship> terminate(Instant at) {
        return state instanceof State.Terminated
                ? wrongState()
                : Changed.ended(this, in(new State.Terminated(at), at), EventType.RELATIONSHIP_TERMINATED);
    }

    private Relationship in(State next, Instant at) {
        return new Relationship(
                id, customerId, partnerId, invitationId, permissionCeiling, establishedAt, next, at, version + 1);
    }

    private Refused<Relationship> wrongState() {
        return new Refused<>(
                RelationshipProblem.RELATIONSHIP_NOT_ACTIVE,
                switch (state) {
                    case State.Active active -> "The relationship is active already.";
                    case State.Suspended suspended -> "The relationship is suspended already.";
                    case State.Terminated terminated -> "The relationship has been terminated.";
                });
    }
}
