package io.keyholder.invitation.api;

import io.keyholder.invitation.application.LimitReached;
import io.keyholder.invitation.domain.InvitationStatus;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.InvitationProblem;
import io.keyholder.web.ProblemException;

/** What was expected to be refused, as problems. */
final class Refusals {
    private Refusals() {}

    static ProblemException notPending(InvitationStatus status) {
        return ProblemException.of(
                InvitationProblem.INVITATION_NOT_PENDING, "The invitation is " + status + ", not PENDING.");
    }

    static ProblemException of(LimitReached limit) {
        return ProblemException.of(
                CommonProblem.LIMIT_REACHED, "The limit of " + limit.what() + " is reached: " + limit.most() + ".");
    }
}
