/** Rooms: what is known of one, its life, and how far somebody reaches among a customer's rooms. */
@NullMarked
package io.keyholder.rooms.room.domain;

import org.jspecify.annotations.NullMarked;
