/**
 * The decision point by itself, without HTTP: what a decision costs, what an assignment weighs, how long a service reads
 * until it knows everything.
 */
@NullMarked
package io.keyholder.benchmarks.access;

import org.jspecify.annotations.NullMarked;
