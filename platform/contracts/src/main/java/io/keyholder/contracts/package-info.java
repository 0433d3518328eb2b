/**
 * What the services say to each other: topics, the event envelope (CloudEvents 1.0 in Kafka's binary mode) and the
 * state-carrying payloads. Holds no rule of any service; what stands here is read by consumers that may be older or
 * newer than the producer, so fields are added and never change their meaning.
 */
@NullMarked
package io.keyholder.contracts;

import org.jspecify.annotations.NullMarked;
