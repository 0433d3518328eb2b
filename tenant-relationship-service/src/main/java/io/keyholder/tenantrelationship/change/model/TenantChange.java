package io.keyholder.tenantrelationship.change.model;

import io.keyholder.problems.TenantProblem;
import io.keyholder.record.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator wants of a tenant that its Global admin has to agree to. What was asked for never changes; a pending
 * change whose time has passed is expired, whether or not that was stored.
 *
 * @param requestedBy the operator
 */
public record TenantChange(
        UUID id,
        UUID tenantId,
        Additions additions,
        String requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        State state,
        long version) {

    /** Where it is in its life. Only a pending one goes on to another state. */
    public sealed interface State {
        record Pending() implements State {}

        /** @param by the tenant's Global admin; it is done */
        record Approved(Instant at, String by) implements State {}

        /** @param by the tenant's Global admin */
        record Rejected(Instant at, String by, Optional<String> reason) implements State {}

        /** @param by the operator who no longer wants it */
        record Withdrawn(Instant at, String by) implements State {}

        /** What it was to replace had changed when it was approved, so it was not done. */
        record Outdated(Instant at) implements State {}

        /** Nobody decided in time. */
        record Expired(Instant at) implements State {}
    }

    /** The states by their names, as filters and answers have them. */
    public enum Status {
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        OUTDATED,
        EXPIRED
    }

    /** What there is to say of a decision: nothing before it is made, nor if nobody made one in time. */
    public record Verdict(Optional<Instant> at, Optional<String> by, Optional<String> reason) {
        private static final Verdict NONE = new Verdict(Optional.empty(), Optional.empty(), Optional.empty());

        private static Verdict by(String user, Instant at) {
            return new Verdict(Optional.of(at), Optional.of(user), Optional.empty());
        }
    }

    public static TenantChange request(
            UUID id, UUID tenantId, Additions additions, String operator, Instant at, Instant expiresAt) {
        return new TenantChange(id, tenantId, additions, operator, at, expiresAt, new State.Pending(), 1);
    }

    public Status status() {
        return switch (state) {
            case State.Pending pending -> Status.PENDING;
            case State.Approved approved -> Status.APPROVED;
            case State.Rejected rejected -> Status.REJECTED;
            case State.Withdrawn withdrawn -> Status.WITHDRAWN;
            case State.Outdated outdated -> Status.OUTDATED;
            case State.Expired expired -> Status.EXPIRED;
        };
    }

    public Verdict verdict() {
        return switch (state) {
            case State.Pending pending -> Verdict.NONE;
            case State.Approved approved -> Verdict.by(approved.by(), approved.at());
            case State.Rejected rejected ->
                new Verdict(Optional.of(rejected.at()), Optional.of(rejected.by()), rejected.reason());
            case State.Withdrawn withdrawn -> Verdict.by(withdrawn.by(), withdrawn.at());
            case State.Outdated outdated -> new Verdict(Optional.of(outdated.at()), Optional.empty(), Optional.empty());
            case State.Expired expired -> Verdict.NONE;
        };
    }

    /** When it was requested or, by now, decided on or expired. */
    public Instant updatedAt() {
        return state instanceof State.Expired expired
                ? expired.at()
                : verdict().at().orElse(requestedAt);
    }

    /** What it is at this time. */
    public TenantChange at(Instant now) {
        return state instanceof State.Pending && !now.isBefore(expiresAt) ? to(new State.Expired(expiresAt)) : this;
    }

    /** @return empty when it is no longer pending */
    public Optional<TenantChange> decided(State decision, Instant now) {
        return at(now).state instanceof State.Pending ? Optional.of(to(decision)) : Optional.empty();
    }

    /** Why nobody can decide on it any more. */
    public Refused<TenantChange> notPending() {
        return new Refused<>(TenantProblem.CHANGE_NOT_PENDING, "The change is " + status() + ", not PENDING.");
    }

    private TenantChange to(State next) {
        return new TenantChange(id, tenantId, additions, requestedBy, requestedAt, expiresAt, next, version + 1);
    }
}
