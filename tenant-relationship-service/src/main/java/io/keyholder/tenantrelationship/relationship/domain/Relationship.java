package io.keyholder.tenantrelationship.relationship.domain;

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
        long version) {

    /** Where a relationship is in its life. */
    public sealed interface State {
        record Active() implements State {}

        record Suspended(Instant since) implements State {}

        record Terminated(Instant at) implements State {}
    }

    /** Just established. */
    public static Relationship established(
            UUID id,
            UUID customerId,
            UUID partnerId,
            UUID invitationId,
            Optional<List<String>> permissionCeiling,
            Instant at) {
        return new Relationship(id, customerId, partnerId, invitationId, permissionCeiling, at, new State.Active(), 1);
    }

    /** The partner to the customer, and the customer to the partner. */
    public UUID otherSideThan(UUID tenantId) {
        return tenantId.equals(customerId) ? partnerId : customerId;
    }

    /** The customer's kill switch: no partner permission holds until it is resumed. */
    public Transition suspend(Instant now) {
        return state instanceof State.Active ? to(new State.Suspended(now)) : new Transition.WrongState(state);
    }

    public Transition resume() {
        return state instanceof State.Suspended ? to(new State.Active()) : new Transition.WrongState(state);
    }

    /** Ends it for good, from whichever state. */
    public Transition terminate(Instant now) {
        return state instanceof State.Terminated ? new Transition.WrongState(state) : to(new State.Terminated(now));
    }

    private Transition to(State next) {
        return new Transition.Done(new Relationship(
                id, customerId, partnerId, invitationId, permissionCeiling, establishedAt, next, version + 1));
    }

    /** What became of a step in its life. */
    public sealed interface Transition {
        record Done(Relationship relationship) implements Transition {}

        record WrongState(State state) implements Transition {}
    }
}
