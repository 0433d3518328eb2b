package io.keyholder.web.consistency;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Holds a request back until this service has seen what the request's token names. */
public class ConsistencyFilter {
    private final RequestConsistency consistency;
    private final ConsistencyWait wait;

    ConsistencyFilter(RequestConsistency consistency, ConsistencyWait wait) {
        this.consistency = consistency;
        this.wait = wait;
    }

    @ServerRequestFilter
    public @Nullable Uni<Response> await() {
        if (consistency.isBroken()) {
            throw ProblemException.invalid(
                    ConsistencyTokens.HEADER,
                    ViolationCode.MALFORMED,
                    "is not a token that was given out here; leave it out to go on without");
        }
        ConsistencyToken token = consistency.brought();
        if (token.isEmpty()) {
            return null;
        }
        return Uni.createFrom()
                .<Response>emitter(emitter -> Thread.ofVirtual().start(() -> {
                    try {
                        if (wait.await(token)) {
                            emitter.complete(null);
                        } else {
                            emitter.fail(ProblemException.of(CommonProblem.CONSISTENCY_TIMEOUT));
                        }
                    } catch (RuntimeException e) {
                        emitter.fail(e);
                    }
                }));
    }
}
