/** Rooms to the other services and to the audit log. */
@NullMarked
package io.keyholder.rooms.room.messaging;

import org.jspecify.annotations.NullMarked;
