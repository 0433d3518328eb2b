package io.keyholder.web.change;

import io.keyholder.problems.ProblemType;
import io.keyholder.web.ProblemException;
import io.keyholder.web.request.QueryParameters;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** ETags of single resources: strong, made of the version. */
@RequestScoped
public class ETags {
    private final RequestFacts request;
    private final QueryParameters queryParameters;

    ETags(RequestFacts request, QueryParameters queryParameters) {
        this.request = request;
        this.queryParameters = queryParameters;
    }

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The answer to reading a single resource: 304 when the caller has this version. */
    public Response answer(Object resource, long version) {
        String tag = of(version);
        boolean known = request.list(HttpHeaders.IF_NONE_MATCH)
                .map(names -> names(names, tag, true))
                .orElse(false);
        Response.ResponseBuilder answer = known ? Response.notModified() : Response.ok(resource);
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    /**
     * Lets a change go on only if the caller has seen the version that it changes.
     *
     * @throws ProblemException {@code precondition-required} or {@code precondition-failed}; before them
     *     {@code invalid-request} for an unknown query parameter, which a change without a body asks for nowhere else
     */
    public void requireMatch(long version) {
        queryParameters.require();
        String names = request.list(HttpHeaders.IF_MATCH)
                .orElseThrow(() -> ProblemException.of(ProblemType.PRECONDITION_REQUIRED));
        if (!names(names, of(version), false)) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED);
        }
    }

    /**
     * The same for a request that may go on without naming a version, such as a POST.
     *
     * @throws ProblemException {@code precondition-failed}
     */
    public void requireMatchIfSent(long version) {
        if (request.header(HttpHeaders.IF_MATCH).isPresent()) {
            requireMatch(version);
        }
    }

    /** @param weakly whether a weak tag may name the version: for reading alone (RFC 9110, 13.1) */
    private static boolean names(String header, String tag, boolean weakly) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(one -> weakly && one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
