package io.keyholder.invitation.api;

import io.keyholder.invitation.application.AvailablePartners;
import io.keyholder.invitation.application.InvitationLimits;
import io.keyholder.invitation.domain.Invitation;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.invitation.domain.PrimaryAdmins;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import jakarta.enterprise.context.RequestScoped;

/** What must hold of an acceptance before the invitation itself is asked whether it still stands. */
@RequestScoped
class AcceptanceRules {
    private final PrimaryAdminRules primaryAdminRules;
    private final AvailablePartners partners;
    private final InvitationLimits limits;

    AcceptanceRules(PrimaryAdminRules primaryAdminRules, AvailablePartners partners, InvitationLimits limits) {
        this.primaryAdminRules = primaryAdminRules;
        this.partners = partners;
        this.limits = limits;
    }

    /**
     * @param invitation locked
     * @throws ProblemException {@code invalid-request} or {@code forbidden} for whom it names; {@code limit-reached};
     *     {@code access-data-stale} while it is not known whether the partner may still have access: acceptance gives it
     */
    PrimaryAdmins check(AcceptRequest request, Invitation invitation) {
        PrimaryAdmins named = primaryAdminRules.check(request, invitation.partnerId());
        if (invitation.status() != InvitationStatus.PENDING) {
            return named;
        }
        if (!partners.areKnownTo(invitation.customerId())) {
            throw ProblemException.of(CommonProblem.ACCESS_DATA_STALE);
        }
        limits.reachedByAccepting(invitation.partnerId()).ifPresent(limit -> {
            throw Refusals.of(limit);
        });
        return named;
    }
}
