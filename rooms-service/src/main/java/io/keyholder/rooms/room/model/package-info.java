/** What a room is, and what may become of it. */
@NullMarked
package io.keyholder.rooms.room.model;

import org.jspecify.annotations.NullMarked;
