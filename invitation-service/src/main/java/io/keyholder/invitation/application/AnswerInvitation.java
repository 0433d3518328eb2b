package io.keyholder.invitation.application;

import io.keyholder.contracts.Ids;
import io.keyholder.invitation.domain.Acceptance;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.Transition;
import io.keyholder.invitation.domain.PrimaryAdmins;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Accepts, denies and cancels. Each takes an invitation that the caller's transaction has locked. */
@ApplicationScoped
public class AnswerInvitation {
    private final Invitations invitations;
    private final InvitationEvents events;
    private final InvitationTime time;

    AnswerInvitation(Invitations invitations, InvitationEvents events, InvitationTime time) {
        this.invitations = invitations;
        this.events = events;
        this.time = time;
    }

    /** @param userId the partner's user */
    public Transition accept(Invitation invitation, PrimaryAdmins primaryAdmins, String userId, Provenance by) {
        Acceptance acceptance = new Acceptance(Ids.next(), Ids.next(), Ids.next(), primaryAdmins);
        return keep(invitation.accept(acceptance, userId, time.now()), events::accepted, by);
    }

    /** @param userId the partner's user */
    public Transition deny(Invitation invitation, Optional<String> reason, String userId, Provenance by) {
        return keep(invitation.deny(reason, userId, time.now()), events::denied, by);
    }

    /** @param userId the customer's user */
    public Transition cancel(Invitation invitation, String userId, Provenance by) {
        return keep(invitation.cancel(userId, time.now()), events::cancelled, by);
    }

    private Transition keep(Transition transition, BiConsumer<Invitation, Provenance> event, Provenance by) {
        if (transition instanceof Transition.Done done) {
            invitations.update(done.invitation());
            event.accept(done.invitation(), by);
        }
        return transition;
    }
}
