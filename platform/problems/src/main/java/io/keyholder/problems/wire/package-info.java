/**
 * Requests that are no readable HTTP. Vert.x answers them by itself, with a status and nothing else, and Quarkus offers no
 * other way in; so they are caught where they are decoded and handed on, marked, for the application to answer like any
 * other: as a problem, with an id.
 */
@NullMarked
package io.keyholder.problems.wire;

import org.jspecify.annotations.NullMarked;
