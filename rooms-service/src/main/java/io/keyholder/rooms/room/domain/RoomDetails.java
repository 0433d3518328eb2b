package io.keyholder.rooms.room.domain;

import java.util.Optional;

/**
 * What people say of a room and may change. Rooms of different buildings share names, so a name need not be unique.
 *
 * @param capacity how many people it seats
 */
public record RoomDetails(String name, Location location, Optional<Integer> capacity) {}
