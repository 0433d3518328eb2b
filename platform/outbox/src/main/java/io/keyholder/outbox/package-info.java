/**
 * The transactional outbox as seen by those who write to it and by those who read from others: an event is appended in
 * the transaction of its change, and a handler applies others' events in a transaction of its own. How they travel is in
 * {@code relay} and {@code consumer}. No event's meaning is known here.
 */
@NullMarked
package io.keyholder.outbox;

import org.jspecify.annotations.NullMarked;
