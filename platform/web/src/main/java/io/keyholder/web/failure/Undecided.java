package io.keyholder.web.failure;

import io.keyholder.access.Decisions;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.consistency.RequestConsistency;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;

/**
 * Tells what is refused from what could not be decided. While nothing can be decided for partners, they are refused as if nothing
 * were there. Who brings a consistency token has seen that it is: a 404 would say that it was taken back, so it is answered 503,
 * whether the thing exists or not.
 */
@RequestScoped
public class Undecided {
    private static final Set<Integer> DENIALS =
            Set.of(Status.NOT_FOUND.getStatusCode(), Status.FORBIDDEN.getStatusCode());

    private final RequestConsistency consistency;
    private final CurrentCaller caller;
    private final Decisions decisions;

    Undecided(RequestConsistency consistency, CurrentCaller caller, Decisions decisions) {
        this.consistency = consistency;
        this.caller = caller;
        this.decisions = decisions;
    }

    /** The refusal itself, or {@code access-data-stale} in its place. */
    public ProblemException or(ProblemException refused) {
        boolean denies = DENIALS.contains(refused.type().status());
        return denies
                        && !consistency.brought().isEmpty()
                        && !decisions.isFresh()
                        && CallerClass.of(caller.get(), decisions) == CallerClass.PARTNER
                ? ProblemException.of(CommonProblem.ACCESS_DATA_STALE)
                : refused;
    }
}
