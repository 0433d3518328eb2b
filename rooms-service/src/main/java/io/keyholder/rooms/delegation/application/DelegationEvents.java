package io.keyholder.rooms.delegation.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;
import java.util.Optional;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface DelegationEvents {
    void started(Delegation delegation, Provenance by);

    void changed(Delegation before, Delegation after, Provenance by);

    /** @param before empty: it ended before it was started */
    void ended(Optional<Delegation> before, Delegation after, Provenance by);
}
