package io.keyholder.rbac.assignment.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When something holds.
 *
 * @param startsAt inclusive; empty: from the beginning
 * @param endsAt exclusive; empty: without an end
 */
public record Period(Optional<Instant> startsAt, Optional<Instant> endsAt) {
    private static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public static Period always() {
        return ALWAYS;
    }

    public boolean hasStarted(Instant now) {
        return startsAt.map(start -> !now.isBefore(start)).orElse(true);
    }

    public boolean hasEnded(Instant now) {
        return endsAt.map(end -> !now.isBefore(end)).orElse(false);
    }

    public boolean isRunning(Instant now) {
        return hasStarted(now) && !hasEnded(now);
    }

    /** What of it has not passed: from now on, or from its start if that is yet to come. */
    public Period remaining(Instant now) {
        return new Period(Optional.of(startsAt.filter(now::isBefore).orElse(now)), endsAt);
    }

    /** Whether it holds at no time at all, as what remains of one that has ended. */
    public boolean isEmpty() {
        return startsAt.isPresent() && endsAt.isPresent() && !startsAt.get().isBefore(endsAt.get());
    }

    public boolean isWithin(Period other) {
        boolean startsLater = other.startsAt
                .map(start -> startsAt.filter(mine -> !mine.isBefore(start)).isPresent())
                .orElse(true);
        boolean endsEarlier = other.endsAt
                .map(end -> endsAt.filter(mine -> !mine.isAfter(end)).isPresent())
                .orElse(true);
        return startsLater && endsEarlier;
    }
}
