package io.keyholder.audit.log.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param until exclusive; empty: open. What is left open is not taken as "now": an entry may have been written by a clock
 *     that is a little ahead
 */
public record Period(Instant from, Optional<Instant> until) {

    /** The part of it that is not before the time. */
    public Period notBefore(Instant earliest) {
        return from.isBefore(earliest) ? new Period(earliest, until) : this;
    }
}
