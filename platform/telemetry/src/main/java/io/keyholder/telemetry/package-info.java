/**
 * What a process tells of itself: metrics of its Kafka clients, the spans of messages, the trace that a request or a
 * message belongs to. Never what is measured of the domain: that is registered where it happens.
 */
@NullMarked
package io.keyholder.telemetry;

import org.jspecify.annotations.NullMarked;
