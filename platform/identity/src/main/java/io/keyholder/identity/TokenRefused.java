package io.keyholder.identity;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.GatewayProblem;
import io.keyholder.problems.ProblemType;
import java.time.Duration;

/**
 * A request is refused for its token. What it says of the reason goes to the caller: enough to mend a client, nothing
 * of the platform.
 */
final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType problem;
    private final String reason;
    private final long retryAfter;
    private final String issuer;

    /** A refusal is an answer, not a fault: under a flood of bad tokens stack traces would be the main cost. */
    private TokenRefused(ProblemType problem, String reason, long retryAfter, String issuer) {
        super(reason, null, false, false);
        this.problem = problem;
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.issuer = issuer;
    }

    static TokenRefused because(String reason) {
        return new TokenRefused(CommonProblem.UNAUTHENTICATED, reason, 0, "");
    }

    /**
     * @param issuer which is registered
     * @param retry when it may be asked again
     */
    static TokenRefused issuerUnavailable(String issuer, Duration retry) {
        return new TokenRefused(
                CommonProblem.ISSUER_UNAVAILABLE, CommonProblem.ISSUER_UNAVAILABLE.meaning(), seconds(retry), issuer);
    }

    /** The sender has failed too often to have another token looked at. */
    static TokenRefused tooManyFailures(Duration pause) {
        return new TokenRefused(
                GatewayProblem.QUOTA_EXCEEDED,
                "Too many requests from your address failed to authenticate. Wait as long as Retry-After says, and"
                        + " send a valid token",
                seconds(pause),
                "");
    }

    /** The process has just started, and does not know yet who is registered. */
    static TokenRefused starting() {
        return new TokenRefused(CommonProblem.SERVICE_UNAVAILABLE, CommonProblem.SERVICE_UNAVAILABLE.meaning(), 1, "");
    }

    /** {@link ProblemType#UNAUTHENTICATED}, or a reason that the token is not at fault for. */
    ProblemType problem() {
        return problem;
    }

    /** The issuer that is at fault; empty where none is. */
    String issuer() {
        return issuer;
    }

    /** Seconds after which to try again; zero where that would not help. */
    long retryAfter() {
        return retryAfter;
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.toSeconds());
    }

    /** Why, in words for the caller. */
    String reason() {
        return reason;
    }
}
