package io.keyholder.contracts;

/** What a service owns, and publishes as {@link AggregateState}. */
public interface Aggregate {

    /** From 1, rising with each change. */
    long version();
}
