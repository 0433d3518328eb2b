package io.keyholder.tenantrelationship.tenant.domain;

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

    /** What it is at this time. */
    public TenantChange at(Instant now) {
        return state instanceof State.Pending && !now.isBefore(expiresAt) ? to(new State.Expired(expiresAt)) : this;
    }

    /** @return empty when it is no longer pending */
    public Optional<TenantChange> decided(State decision, Instant now) {
        return at(now).state instanceof State.Pending ? Optional.of(to(decision)) : Optional.empty();
    }

    private TenantChange to(State next) {
        return new TenantChange(id, tenantId, additions, requestedBy, requestedAt, expiresAt, next, version + 1);
    }
}
