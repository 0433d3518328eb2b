package io.keyholder.invitation.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer's offer to one partner. Each step asks what time it is: a pending invitation whose time has passed is expired,
 * whether or not that was stored yet.
 *
 * @param roomCounts how much was offered when it was sent; empty where that was not counted
 * @param createdBy the user of the customer who sent it
 */
public record Invitation(
        UUID id,
        UUID customerId,
        UUID partnerId,
        Offer offer,
        Optional<RoomCounts> roomCounts,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        State state,
        long version) {

    /** Where an invitation is in its life. Only a pending one goes on to another state. */
    public sealed interface State {
        record Pending() implements State {}

        /** @param by the partner's user, who gets no role by it */
        record Accepted(Instant at, String by, Acceptance acceptance) implements State {}

        /** @param by the partner's user */
        record Denied(Instant at, String by, Optional<String> reason) implements State {}

        /** @param by the customer's user; empty: the platform itself, since what the offer rested on was gone */
        record Cancelled(Instant at, Optional<String> by) implements State {}

        /** By time alone: nobody decided it. */
        record Expired(Instant at) implements State {}
    }

    public static Invitation sent(
            UUID id,
            UUID customerId,
            UUID partnerId,
            Offer offer,
            Optional<RoomCounts> roomCounts,
            String createdBy,
            Instant now) {
        Instant expiresAt = now.plus(offer.validity());
        return new Invitation(
                id, customerId, partnerId, offer, roomCounts, createdBy, now, expiresAt, new State.Pending(), 1);
    }

    public InvitationStatus status() {
        return switch (state) {
            case State.Pending pending -> InvitationStatus.PENDING;
            case State.Accepted accepted -> InvitationStatus.ACCEPTED;
            case State.Denied denied -> InvitationStatus.DENIED;
            case State.Cancelled cancelled -> InvitationStatus.CANCELLED;
            case State.Expired expired -> InvitationStatus.EXPIRED;
        };
    }

    /** What it is at this time. One that has expired by then is what will be stored of it later, version included. */
    public Invitation at(Instant now) {
        return state instanceof State.Pending && !now.isBefore(expiresAt) ? to(new State.Expired(expiresAt)) : this;
    }

    /** @param by the partner's user */
    public Transition accept(Acceptance acceptance, String by, Instant now) {
        return decide(new State.Accepted(now, by, acceptance), now);
    }

    /** @param by the partner's user */
    public Transition deny(Optional<String> reason, String by, Instant now) {
        return decide(new State.Denied(now, by, reason), now);
    }

    /** @param by the customer's user */
    public Transition cancel(String by, Instant now) {
        return decide(new State.Cancelled(now, Optional.of(by)), now);
    }

    /** Ends it because what it rests on is gone: nobody can accept it any more. */
    public Transition withdraw(Instant now) {
        return switch (decide(new State.Cancelled(now, Optional.empty()), now)) {
            case Transition.Done done -> new Transition.Withdrawn(done.invitation());
            case Transition.Withdrawn withdrawn -> withdrawn;
            case Transition.NotPending ended -> ended;
        };
    }

    private Transition decide(State next, Instant now) {
        Invitation present = at(now);
        return present.state instanceof State.Pending
                ? new Transition.Done(to(next))
                : new Transition.NotPending(present.status());
    }

    private Invitation to(State next) {
        return new Invitation(
                id, customerId, partnerId, offer, roomCounts, createdBy, createdAt, expiresAt, next, version + 1);
    }

    /** What became of a step in its life. */
    public sealed interface Transition {
        record Done(Invitation invitation) implements Transition {}

        /** The step was not taken: what the offer rests on is gone, and the platform has ended it. */
        record Withdrawn(Invitation invitation) implements Transition {}

        record NotPending(InvitationStatus status) implements Transition {}
    }
}
