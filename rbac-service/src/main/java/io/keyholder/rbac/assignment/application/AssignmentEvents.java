package io.keyholder.rbac.assignment.application;

import io.keyholder.outbox.Provenance;
import io.keyholder.rbac.assignment.domain.Assignment;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface AssignmentEvents {

    void created(Assignment assignment, Provenance by);

    void changed(Assignment before, Assignment after, Provenance by);

    void deleted(Assignment assignment, Provenance by);

    /** It was awaited and will never be. */
    void withdrawn(Assignment assignment, Provenance by);
}
