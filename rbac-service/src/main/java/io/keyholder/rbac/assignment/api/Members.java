package io.keyholder.rbac.assignment.api;

import io.keyholder.contracts.Principal;
import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.assignment.domain.AssignmentDetails;
import io.keyholder.rbac.assignment.domain.Member;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.Versioned;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Consumer;

/** Adding and removing one member, however the request names it. */
@RequestScoped
class Members {
    private final AssignmentRequests requests;

    Members(AssignmentRequests requests) {
        this.requests = requests;
    }

    /**
     * The assignment with the member. One who is a member already stays as it is.
     *
     * @param precondition is asked whether the caller may change the version there is
     * @throws ProblemException when the caller may not give that, or the precondition fails
     */
    Assignment add(AssignmentRequests.Locked locked, Member member, Consumer<Versioned> precondition) {
        Assignment assignment = locked.assignment();
        AssignmentDetails before = assignment.details();
        AssignmentDetails after = before.member(member.principal()).isPresent() ? before : before.with(member);
        requests.requireMayChange(locked, after);
        precondition.accept(requests.view(locked));
        return after.equals(before) ? assignment : requests.change(locked, after);
    }

    /**
     * The assignment without the member.
     *
     * @param precondition is asked whether the caller may change the version there is
     * @throws ProblemException {@code not-found} when it is none; when the caller may not take that, or the precondition
     *     fails
     */
    Assignment remove(AssignmentRequests.Locked locked, Principal principal, Consumer<Versioned> precondition) {
        Assignment assignment = locked.assignment();
        AssignmentDetails before = assignment.details();
        if (before.member(principal).isEmpty()) {
            throw ProblemException.notFound();
        }
        AssignmentDetails after = before.without(principal);
        requests.requireMayChange(locked, after);
        precondition.accept(requests.view(locked));
        return requests.change(locked, after);
    }
}
