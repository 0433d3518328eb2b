/**
 * How the state that decisions are made from comes out of Kafka: compacted topics read from their beginning into maps,
 * and the watermarks that prove how current the maps are. Nothing that cannot be read is skipped: it denies its context.
 */
@NullMarked
package io.keyholder.access.projection;

import org.jspecify.annotations.NullMarked;
