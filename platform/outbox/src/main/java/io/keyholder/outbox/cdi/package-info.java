/** Wires outbox, relay and consumers into a service: configuration, topics, threads, health and metrics. */
@NullMarked
package io.keyholder.outbox.cdi;

import org.jspecify.annotations.NullMarked;
