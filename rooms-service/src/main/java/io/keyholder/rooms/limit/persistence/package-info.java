/** The counts behind the limits, in PostgreSQL. */
@NullMarked
package io.keyholder.rooms.limit.persistence;

import org.jspecify.annotations.NullMarked;
