package io.keyholder.rbac.assignment.application;

import io.keyholder.rbac.assignment.domain.Assignment;
import io.keyholder.rbac.limit.application.Limit;

/** What became of a change of an assignment. */
public sealed interface AssignmentOutcome {
    record Done(Assignment assignment) implements AssignmentOutcome {}

    record LimitReached(Limit limit) implements AssignmentOutcome {}

    /** The relationship would be left without a Primary admin. */
    record LastPrimaryAdmin() implements AssignmentOutcome {}

    /** The tenant would be left without a managed service administrator, and has no Global admin either, as far as is known. */
    record LastAdministrator() implements AssignmentOutcome {}
}
