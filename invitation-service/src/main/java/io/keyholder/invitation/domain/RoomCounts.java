package io.keyholder.invitation.domain;

/**
 * How many rooms an offer covered when it was sent, those in named groups included, and how many groups. Fixed from then on:
 * what the customer has later is nobody's business who was only invited.
 */
public record RoomCounts(long rooms, long roomGroups) {}
