package io.keyholder.rooms.delegation.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface DelegationEvents {
    void started(Delegation delegation, Provenance by);

    void changed(Delegation before, Delegation after, Provenance by);

    /**
     * It covers more rooms than before, though it names the same.
     *
     * @param roomIds which joined a group that it names
     */
    void widened(Delegation delegation, Collection<UUID> roomIds, Provenance by);

    /** @param before empty: it ended before it was started */
    void ended(Optional<Delegation> before, Delegation after, Provenance by);
}
