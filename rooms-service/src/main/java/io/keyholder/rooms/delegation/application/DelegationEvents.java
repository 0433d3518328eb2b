package io.keyholder.rooms.delegation.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rooms.delegation.domain.Delegation;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface DelegationEvents {
    void started(Delegation delegation, Provenance by);

    void changed(Delegation delegation, Provenance by);

    void ended(Delegation delegation, Provenance by);
}
