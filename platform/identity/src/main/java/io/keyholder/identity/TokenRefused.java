package io.keyholder.identity;

import io.keyholder.problems.ProblemType;

/**
 * A request is refused for its token. What it says of the reason goes to the caller: enough to mend a client, nothing
 * of the platform.
 */
final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType problem;
    private final String reason;

    /** A refusal is an answer, not a fault: under a flood of bad tokens stack traces would be the main cost. */
    private TokenRefused(ProblemType problem, String reason) {
        super(reason, null, false, false);
        this.problem = problem;
        this.reason = reason;
    }

    static TokenRefused because(String reason) {
        return new TokenRefused(ProblemType.UNAUTHENTICATED, reason);
    }

    static TokenRefused issuerUnavailable() {
        return new TokenRefused(ProblemType.ISSUER_UNAVAILABLE, ProblemType.ISSUER_UNAVAILABLE.meaning());
    }

    /** The process has just started, and does not know yet who is registered. */
    static TokenRefused starting() {
        return new TokenRefused(ProblemType.SERVICE_UNAVAILABLE, ProblemType.SERVICE_UNAVAILABLE.meaning());
    }

    /** {@link ProblemType#UNAUTHENTICATED}, or a reason of 503 that the token is not at fault for. */
    ProblemType problem() {
        return problem;
    }

    /** Why, in words for the caller. */
    String reason() {
        return reason;
    }
}
