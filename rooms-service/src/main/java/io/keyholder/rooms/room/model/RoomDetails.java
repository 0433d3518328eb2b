package io.keyholder.rooms.room.model;

import java.util.Optional;

/**
 * What people say of a room and may change. Rooms of different buildings share names, so a name need not be unique.
 *
 * @param capacity how many people it seats
 * @param timeZone by its IANA id, which another release may know and this one not
 * @param externalId what the tenant's own systems call it: unique among its managed rooms
 */
public record RoomDetails(
        String name,
        Location location,
        Optional<Integer> capacity,
        Optional<String> timeZone,
        Optional<String> externalId) {}
