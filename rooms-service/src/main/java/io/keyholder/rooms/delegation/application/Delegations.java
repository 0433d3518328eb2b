package io.keyholder.rooms.delegation.application;

import io.keyholder.rooms.delegation.domain.Delegation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Where delegations are kept. */
public interface Delegations {

    Optional<Delegation> find(UUID relationshipId);

    /** As it is now, and nobody else changes it until the transaction ends. */
    Optional<Delegation> lock(UUID relationshipId);

    /** Those of the relationships that have one which has not ended. */
    List<Delegation> active(Collection<UUID> relationshipIds);

    /** Those that name the group, locked until the transaction ends. */
    List<Delegation> lockNaming(UUID groupId);

    /**
     * Those that come to cover a room by its joining a group. The group must be locked by the caller's transaction: nobody
     * delegates it meanwhile.
     *
     * @param roomIds which are not in the group yet
     */
    List<Delegation> gaining(UUID groupId, Collection<UUID> roomIds);

    void add(Delegation delegation);

    void update(Delegation delegation);

    Stream<Delegation> all();
}
