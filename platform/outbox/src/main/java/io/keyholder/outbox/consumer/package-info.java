/**
 * What a service reads: others' events go to its {@link io.keyholder.outbox.EventHandler}s, each batch in
 * one transaction with its position. The service's processes share the partitions by leases in their database. On topics that decide access nothing is ever skipped: what
 * cannot be read or stored denies its context. On the others it goes to a dead-letter topic with its reason.
 */
@NullMarked
package io.keyholder.outbox.consumer;

import org.jspecify.annotations.NullMarked;
