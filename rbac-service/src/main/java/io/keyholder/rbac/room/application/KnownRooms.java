package io.keyholder.rbac.room.application;

import io.keyholder.access.AccessScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is known here of the rooms, groups and delegations that rooms-service owns. What is not known covers nothing. */
public interface KnownRooms {

    /** Those of the rooms that the tenant has, each with the groups it is in. */
    Map<UUID, Set<UUID>> groupsOf(UUID tenantId, Collection<UUID> roomIds);

    /** Those of the groups that the tenant has. */
    Set<UUID> groups(UUID tenantId, Collection<UUID> groupIds);

    /** Those of the tenant's groups that hold a room which each of the scopes covers. */
    Set<UUID> groupsWithARoomIn(UUID tenantId, Collection<UUID> groupIds, List<AccessScope> scopes);

    /** How many of the tenant's rooms lie in each of the scopes. */
    long count(UUID tenantId, List<AccessScope> within);

    /** Those of the tenant's rooms that lie in each scope of the first, but not in each of the second. */
    Found difference(UUID tenantId, List<AccessScope> within, List<AccessScope> but, int limit);

    /** The first of some rooms, by id, and how many there are. */
    record Found(long count, List<UUID> first) {

        public Found {
            first = List.copyOf(first);
        }
    }

    /** The rooms a relationship covers; empty when it covers none, or when that cannot be known. */
    Optional<AccessScope> delegation(UUID customerId, UUID relationshipId);
}
