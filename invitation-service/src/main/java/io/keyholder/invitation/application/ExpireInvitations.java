package io.keyholder.invitation.application;

import io.keyholder.invitation.domain.Invitation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes a stored fact, with its event and audit entry, of what every reader sees at once: that an invitation's time has passed. */
@ApplicationScoped
public class ExpireInvitations {
    private static final int AT_ONCE = 100;

    private final Invitations invitations;
    private final InvitationEvents events;
    private final Clock clock;

    ExpireInvitations(Invitations invitations, InvitationEvents events, Clock clock) {
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /** Stores those that are overdue now, up to a batch. Whether there may be more. */
    public boolean storeOverdue() {
        Instant now = clock.instant();
        List<Invitation> overdue = invitations.lockOverdue(now, AT_ONCE);
        overdue.forEach(invitation -> store(invitation.at(now)));
        return overdue.size() == AT_ONCE;
    }

    void store(Invitation expired) {
        invitations.update(expired);
        events.expired(expired);
    }
}
