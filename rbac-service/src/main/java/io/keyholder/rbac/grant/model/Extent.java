package io.keyholder.rbac.grant.model;

import io.keyholder.contracts.Scope;
import io.keyholder.rbac.assignment.model.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Over what and when something is given. */
public record Extent(Scope scope, Period period) {

    /** At that moment, over whatever. */
    public static Extent at(Instant moment) {
        return over(Scope.selected(List.of(), List.of()), moment);
    }

    /** At that moment, over the scope. */
    public static Extent over(Scope scope, Instant moment) {
        return new Extent(scope, new Period(Optional.of(moment), Optional.of(moment)));
    }

    /** Of what holds in the period, that which is yet to come; once it has ended, as if it held at this moment. */
    public static Extent remaining(Scope scope, Period period, Instant now) {
        Period remaining = period.remaining(now);
        return remaining.isEmpty() ? over(scope, now) : new Extent(scope, remaining);
    }
}
