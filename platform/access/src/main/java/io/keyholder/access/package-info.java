/**
 * The decision point: who may do what, for which customer, over which rooms, and why. Plain Java over maps in memory,
 * fed by {@code io.keyholder.access.projection}; no I/O, no framework. It denies by default, and it never decides for a
 * partner on data that may be too old.
 */
@NullMarked
package io.keyholder.access;

import org.jspecify.annotations.NullMarked;
