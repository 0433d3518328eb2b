package io.keyholder.access;

/** Whether the projection can be sure to have heard of every revocation up to the bound. */
@FunctionalInterface
public interface Freshness {
    boolean isFresh();

    /** Whether everything that was there at the start has been read. Before that nothing can be decided. */
    default boolean isComplete() {
        return true;
    }
}
