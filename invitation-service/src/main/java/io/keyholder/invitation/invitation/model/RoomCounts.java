package io.keyholder.invitation.invitation.model;

/**
 * How much a customer offers at one moment.
 *
 * @param rooms those in named groups included, each once
 */
public record RoomCounts(long rooms, long roomGroups) {}
