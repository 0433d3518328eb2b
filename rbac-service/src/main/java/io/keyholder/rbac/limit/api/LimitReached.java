package io.keyholder.rbac.limit.api;

import io.keyholder.problems.CommonProblem;
import io.keyholder.rbac.limit.application.Limit;
import io.keyholder.web.ProblemException;

/** The answer to whoever is at a limit. */
public final class LimitReached {

    private LimitReached() {}

    /** {@code limit-reached}, naming the limit and where it is set. */
    public static ProblemException problem(Limit limit) {
        return ProblemException.of(
                CommonProblem.LIMIT_REACHED,
                "There can be " + limit.most() + " " + limit.of() + ", and no more: the platform's " + limit.key()
                        + " says so.");
    }
}
