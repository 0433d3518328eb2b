package io.keyholder.invitation.invitation.model;

import io.keyholder.contracts.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** Where an invitation is in its life. Only a pending one goes on to another state. */
public sealed interface State {
    record Pending() implements State {}

    /** It has come to its end, for good. */
    sealed interface Ended extends State {
        Instant at();
    }

    /** @param by the partner's user, who gets no role by it */
    record Accepted(Instant at, String by, Acceptance acceptance) implements Ended {}

    /** @param by the partner's user */
    record Denied(Instant at, String by, Optional<String> reason) implements Ended {}

    /** @param by the customer's user; empty: the platform itself, since what the offer rested on was gone */
    record Cancelled(Instant at, Optional<String> by) implements Ended {}

    /** By time alone: nobody decided it. */
    record Expired(Instant at) implements Ended {}

    /** @param by a user of either side, or {@code system}: the platform */
    record Decision(Instant at, String by) {}

    default InvitationStatus status() {
        return switch (this) {
            case Pending pending -> InvitationStatus.PENDING;
            case Accepted accepted -> InvitationStatus.ACCEPTED;
            case Denied denied -> InvitationStatus.DENIED;
            case Cancelled cancelled -> InvitationStatus.CANCELLED;
            case Expired expired -> InvitationStatus.EXPIRED;
        };
    }

    /** Empty while it is pending, and where time alone ended it. */
    default Optional<Decision> decision() {
        return switch (this) {
            case Pending pending -> Optional.empty();
            case Accepted accepted -> Optional.of(new Decision(accepted.at(), accepted.by()));
            case Denied denied -> Optional.of(new Decision(denied.at(), denied.by()));
            case Cancelled cancelled ->
                Optional.of(new Decision(cancelled.at(), cancelled.by().orElse(AuditEntry.PLATFORM)));
            case Expired expired -> Optional.empty();
        };
    }

    /** Why it was denied, if it was and the partner said so. */
    default Optional<String> reason() {
        return Optional.empty();
    }
}
