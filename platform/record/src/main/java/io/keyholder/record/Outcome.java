package io.keyholder.record;

/**
 * What became of a command: a change that is yet to be recorded, nothing, or a refusal.
 *
 * @param <A> the aggregate, an immutable value
 */
public sealed interface Outcome<A> permits Changed, Unchanged, Refused {}
