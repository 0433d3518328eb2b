/** Rooms over HTTP: single ones, lists over all customers at once, and imports. What a caller may not know of looks as if it were not there. */
@NullMarked
package io.keyholder.rooms.room.api;

import org.jspecify.annotations.NullMarked;
