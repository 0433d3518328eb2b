package io.keyholder.access;

/** Whether the projection can be sure to have heard of every revocation up to the bound. */
@FunctionalInterface
public interface Freshness {
    boolean isFresh();
}
