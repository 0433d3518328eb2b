package io.keyholder.rbac.role.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.role.domain.Role;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface RoleEvents {

    /** The platform provides it to a new tenant: nothing that a person did, and so not for the log. */
    void provided(Role role, Provenance by);

    void created(Role role, Provenance by);

    void changed(Role before, Role after, Provenance by);

    void deleted(Role role, Provenance by);

    /** It was awaited and will never be. */
    void withdrawn(Role role, Provenance by);
}
