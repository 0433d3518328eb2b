/** How events and watermarks stand on Kafka, and with which clients services reach it. */
@NullMarked
package io.keyholder.contracts.kafka;

import org.jspecify.annotations.NullMarked;
