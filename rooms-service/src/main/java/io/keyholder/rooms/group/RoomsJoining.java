package io.keyholder.rooms.group;

import io.keyholder.outbox.Provenance;
import java.util.Collection;
import java.util.UUID;

/**
 * Rooms are about to join a group. Observed within the transaction of the change, before they have joined.
 *
 * @param roomIds which are not in the group yet
 */
public record RoomsJoining(UUID groupId, Collection<UUID> roomIds, Provenance by) {}
