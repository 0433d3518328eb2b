package io.keyholder.web.failure;

import io.keyholder.access.Caller;
import io.keyholder.access.Decisions;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.ProblemType;
import io.keyholder.web.ProblemException;
import io.keyholder.web.request.RequestFacts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says once of each request that nobody was allowed why it was refused, so that its {@code traceId} leads somewhere. */
@RequestScoped
public class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final RequestFacts request;
    private final CurrentCaller current;
    private final Decisions decisions;
    private final MeterRegistry metrics;

    Refusals(RequestFacts request, CurrentCaller current, Decisions decisions, MeterRegistry metrics) {
        this.request = request;
        this.current = current;
        this.decisions = decisions;
        this.metrics = metrics;
    }

    /** Nothing where the request was refused for what it asks, not for who asks it. */
    void note(ProblemException refused) {
        if (refused.type().status() != Status.FORBIDDEN.getStatusCode()
                && refused.type() != CommonProblem.ACCESS_DATA_STALE) {
            return;
        }
        Caller caller = current.get();
        String kind = CallerClass.of(caller, decisions).name().toLowerCase(Locale.ROOT);
        count(refused.type(), kind);
        // Who asked is a tenant here, and no person.
        LOG.infof(
                "event=request.refused problem=%s traceId=%s tenant=%s caller=%s method=%s path=%s reason=\"%s\"",
                refused.type().slug(),
                request.traceId(),
                Optional.ofNullable(caller.tenantId()).map(UUID::toString).orElse("operator"),
                kind,
                request.method(),
                request.path(),
                refused.problem().detail());
    }

    private void count(ProblemType problem, String kind) {
        Counter.builder("keyholder.refused.requests")
                .description("Requests refused for who asked, or because that could not be decided")
                .tag("problem", problem.slug())
                .tag("caller", kind)
                .register(metrics)
                .increment();
    }
}
