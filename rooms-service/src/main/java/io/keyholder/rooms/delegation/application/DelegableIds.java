package io.keyholder.rooms.delegation.application;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which ids a customer can delegate: those of its own rooms that are still managed, and of its own groups. */
public interface DelegableIds {

    Set<UUID> rooms(UUID customerId, Collection<UUID> among);

    /** The groups stay as they are until the transaction ends: what joins them later, joins delegated ones. */
    Set<UUID> groups(UUID customerId, Collection<UUID> among);
}
