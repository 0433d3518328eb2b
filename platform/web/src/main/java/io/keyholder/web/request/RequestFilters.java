package io.keyholder.web.request;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.web.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Notes which endpoint serves a request, and refuses query parameters that it does not know, or that say nothing. */
public class RequestFilters {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");

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
        requireReadableBody();
    }

    /** A compressed body would have to be unpacked before its length is known. */
    private void requireReadableBody() {
        if (!CHANGES.contains(facts.method())) {
            return;
        }
        boolean isCoded = facts.list(HttpHeaders.CONTENT_ENCODING)
                .filter(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))
                .isPresent();
        if (isCoded) {
            throw ProblemException.of(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    "A body is read as it is, without a `Content-Encoding` such as gzip.");
        }
        if (facts.count(HttpHeaders.CONTENT_TYPE) > 1) {
            throw ProblemException.invalid(
                    HttpHeaders.CONTENT_TYPE, ViolationCode.DUPLICATE, "is given more than once");
        }
    }

    /** Tells what a body may be coded in (RFC 9110, 12.5.3). */
    @ServerResponseFilter
    public void tellCodings(ContainerResponseContext response) {
        if (response.getStatus() == CommonProblem.UNSUPPORTED_MEDIA_TYPE.status()
                && facts.header(HttpHeaders.CONTENT_ENCODING).isPresent()) {
            response.getHeaders().putSingle(HttpHeaders.ACCEPT_ENCODING, "identity");
        }
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
                response.setStatus(CommonProblem.INVALID_REQUEST.status());
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
