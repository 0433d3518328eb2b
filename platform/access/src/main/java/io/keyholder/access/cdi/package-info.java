/** Wires the projection and the decision point into a service: configuration, the reading thread, health and metrics. */
@NullMarked
package io.keyholder.access.cdi;

import org.jspecify.annotations.NullMarked;
