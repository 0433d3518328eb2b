package io.keyholder.rooms.room.model;

import java.util.Optional;

/**
 * Where a room is.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 */
public record Location(
        String country,
        Optional<String> state,
        Optional<String> city,
        Optional<String> building,
        Optional<String> floor) {}
