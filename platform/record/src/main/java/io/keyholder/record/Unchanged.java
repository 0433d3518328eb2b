package io.keyholder.record;

/** The aggregate was already as the command wants it: there is nothing to store, to publish or to log. */
public record Unchanged<A>(A present) implements Outcome<A> {}
