package io.keyholder.invitation.application;

import io.keyholder.invitation.domain.Invitation;
import io.keyholder.outbox.Provenance;

/** Tells the other services, and the audit log, in the transaction of the change. */
public interface InvitationEvents {
    void sent(Invitation invitation, Provenance by);

    void accepted(Invitation invitation, Provenance by);

    void denied(Invitation invitation, Provenance by);

    void cancelled(Invitation invitation, Provenance by);

    void expired(Invitation invitation);
}
