/**
 * The one relay of a service: takes committed events out of the outbox, in order, sends them to Kafka, and deletes them
 * once Kafka has acknowledged. Of several instances the one that holds the advisory lock works; the others wait. What was
 * sent and not yet deleted when a relay dies is sent again, which consumers ignore.
 */
@NullMarked
package io.keyholder.outbox.relay;

import org.jspecify.annotations.NullMarked;
