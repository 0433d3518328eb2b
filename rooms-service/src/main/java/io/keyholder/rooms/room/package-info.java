/** Rooms: creating, changing, unenrolling, finding them. A room changes under its row's lock, and is published with its groups. */
@NullMarked
package io.keyholder.rooms.room;

import org.jspecify.annotations.NullMarked;
