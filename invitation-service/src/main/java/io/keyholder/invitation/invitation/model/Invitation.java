package io.keyholder.invitation.invitation.model;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.EventType;
import io.keyholder.problems.InvitationProblem;
import io.keyholder.problems.RelationshipProblem;
import io.keyholder.record.Changed;
import io.keyholder.record.Outcome;
import io.keyholder.record.Refused;
import io.keyholder.record.Unchanged;
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
        long version)
        implements Aggregate {

    public static Changed<Invitation> send(
            UUID id,
            UUID customerId,
            UUID partnerId,
            Offer offer,
            Optional<RoomCounts> roomCounts,
            String createdBy,
            Instant now) {
        Invitation sent = new Invitation(
                id,
                customerId,
                partnerId,
                offer,
                roomCounts,
                createdBy,
                now,
                now.plus(offer.validity()),
                new State.Pending(),
                1);
        return Changed.created(sent, EventType.INVITATION_SENT);
    }

    public InvitationStatus status() {
        return state.status();
    }

    public boolean isPending() {
        return state instanceof State.Pending;
    }

    public Optional<Acceptance> acceptance() {
        return state instanceof State.Accepted accepted ? Optional.of(accepted.acceptance()) : Optional.empty();
    }

    /** When its version last rose. */
    public Instant updatedAt() {
        return state instanceof State.Ended ended ? ended.at() : createdAt;
    }

    /** What it is at this time. One that has expired by then is what will be stored of it later, version included. */
    public Invitation at(Instant now) {
        return isPending() && !now.isBefore(expiresAt) ? to(new State.Expired(expiresAt)) : this;
    }

    /** @param by the partner's user */
    public Outcome<Invitation> accept(Acceptance acceptance, String by, Instant now) {
        return decide(new State.Accepted(now, by, acceptance), EventType.INVITATION_ACCEPTED, now);
    }

    /** @param by the partner's user */
    public Outcome<Invitation> deny(Optional<String> reason, String by, Instant now) {
        return decide(new State.Denied(now, by, reason), EventType.INVITATION_DENIED, now);
    }

    /** @param by the customer's user */
    public Outcome<Invitation> cancel(String by, Instant now) {
        return decide(new State.Cancelled(now, Optional.of(by)), EventType.INVITATION_CANCELLED, now);
    }

    /** Ends it because what it rests on is gone: nobody can accept it any more. */
    public Outcome<Invitation> withdraw(Instant now) {
        return decide(new State.Cancelled(now, Optional.empty()), EventType.INVITATION_CANCELLED, now);
    }

    /** Makes a stored fact of what every reader sees at once: that its time has passed. */
    public Outcome<Invitation> expire(Instant now) {
        Invitation present = at(now);
        return present.equals(this)
                ? new Unchanged<>(this)
                : Changed.updated(this, present, EventType.INVITATION_EXPIRED);
    }

    /** For whoever wants to decide what was decided, or has expired. */
    public Refused<Invitation> notPending() {
        return new Refused<>(
                InvitationProblem.INVITATION_NOT_PENDING, "The invitation is " + status() + ", not PENDING.");
    }

    /** What keeps the customer from inviting the partner again: this one, unless its relationship has been terminated. */
    public Optional<Refused<Invitation>> obstacle(Instant now) {
        return switch (at(now).state) {
            case State.Pending pending -> Optional.of(Refused.because(InvitationProblem.INVITATION_EXISTS));
            case State.Accepted accepted -> Optional.of(Refused.because(RelationshipProblem.RELATIONSHIP_EXISTS));
            case State.Denied denied -> Optional.empty();
            case State.Cancelled cancelled -> Optional.empty();
            case State.Expired expired -> Optional.empty();
        };
    }

    private Outcome<Invitation> decide(State next, EventType event, Instant now) {
        Invitation present = at(now);
        return present.isPending() ? Changed.updated(this, to(next), event) : present.notPending();
    }

    private Invitation to(State next) {
        return new Invitation(
                id, customerId, partnerId, offer, roomCounts, createdBy, createdAt, expiresAt, next, version + 1);
    }
}
