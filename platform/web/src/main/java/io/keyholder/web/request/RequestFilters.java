package io.keyholder.web.request;

import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Notes which endpoint serves a request, and refuses query parameters that it does not know, or that say nothing. */
public class RequestFilters {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final RequestFacts facts;
    private final QueryParameters queryParameters;

    RequestFilters(RequestFacts facts, QueryParameters queryParameters) {
        this.facts = facts;
        this.queryParameters = queryParameters;
    }

    @ServerRequestFilter
    public void note(ResourceInfo endpoint) {
        MDC.put(MessageSpans.TRACE_ID, facts.traceId());
        facts.servedBy(endpoint.getResourceMethod());
    }

    /**
     * Reading changes nothing, so a wrong parameter can be refused after the caller was authorised, as the contract
     * wants it. Bodies refuse them before they are read.
     */
    @ServerResponseFilter
    public void requireParameters(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 300 && "GET".equals(request.getMethod())) {
            List<Violation> violations = queryParameters.violations();
            if (!violations.isEmpty()) {
                response.getHeaders().clear();
                response.setStatus(ProblemType.INVALID_REQUEST.status());
                response.setEntity(
                        ProblemException.invalid(violations)
                                .problem()
                                .at(facts.path(), facts.traceId())
                                .toJson(),
                        null,
                        PROBLEM);
            }
        }
    }
}
