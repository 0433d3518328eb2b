/** Rooms in PostgreSQL, and the one statement that finds a page of them in everything a caller reaches. */
@NullMarked
package io.keyholder.rooms.room.persistence;

import org.jspecify.annotations.NullMarked;
