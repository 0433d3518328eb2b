package io.keyholder.invitation.application;

import io.keyholder.contracts.Ids;
import io.keyholder.invitation.domain.Acceptance;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.Invitation.Transition;
import io.keyholder.invitation.domain.PrimaryAdmins;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Accepts, if what the offer rests on still holds, denies and cancels. Each takes an invitation that the caller's transaction has locked. */
@ApplicationScoped
public class AnswerInvitation {
    private final AvailablePartners partners;
    private final Invitations invitations;
    private final InvitationEvents events;
    private final Clock clock;

    AnswerInvitation(AvailablePartners partners, Invitations invitations, InvitationEvents events, Clock clock) {
        this.partners = partners;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An offer takes effect now, so what was true when it was sent must be true now. If it is not, the invitation ends.
     *
     * @param userId the partner's user
     */
    public Transition accept(Invitation invitation, PrimaryAdmins primaryAdmins, String userId, Provenance by) {
        if (!partners.stillStand(invitation)) {
            return keep(invitation.withdraw(clock.instant()), events::cancelled, by.byThePlatform());
        }
        Acceptance acceptance = new Acceptance(Ids.next(), Ids.next(), Ids.next(), primaryAdmins);
        return keep(invitation.accept(acceptance, userId, clock.instant()), events::accepted, by);
    }

    /** @param userId the partner's user */
    public Transition deny(Invitation invitation, Optional<String> reason, String userId, Provenance by) {
        return keep(invitation.deny(reason, userId, clock.instant()), events::denied, by);
    }

    /** @param userId the customer's user */
    public Transition cancel(Invitation invitation, String userId, Provenance by) {
        return keep(invitation.cancel(userId, clock.instant()), events::cancelled, by);
    }

    private Transition keep(Transition transition, BiConsumer<Invitation, Provenance> event, Provenance by) {
        switch (transition) {
            case Transition.Done done -> keep(done.invitation(), event, by);
            case Transition.Withdrawn withdrawn -> keep(withdrawn.invitation(), event, by);
            case Transition.NotPending ended -> {}
        }
        return transition;
    }

    private void keep(Invitation changed, BiConsumer<Invitation, Provenance> event, Provenance by) {
        invitations.update(changed);
        event.accept(changed, by);
    }
}
