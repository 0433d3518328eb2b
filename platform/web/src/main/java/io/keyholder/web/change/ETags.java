package io.keyholder.web.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.request.QueryParameters;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** ETags of single resources: a version for {@code If-Match}, and with it a digest of the answer for {@code If-None-Match}. */
@RequestScoped
public class ETags {
    private final RequestFacts request;
    private final QueryParameters queryParameters;
    private final ObjectMapper mapper;

    ETags(RequestFacts request, QueryParameters queryParameters, ObjectMapper mapper) {
        this.request = request;
        this.queryParameters = queryParameters;
        this.mapper = mapper;
    }

    /** The answer to reading a single resource: 304 when the caller has this very answer. */
    public Response answer(Versioned resource) {
        return answer(resource, resource.version());
    }

    /**
     * The same for a resource that is not answered whole, or with more than itself.
     *
     * @param body what is answered of it
     */
    public Response answer(Object body, String version) {
        byte[] json = json(body);
        EntityTag tag = EntityTag.of(version, json);
        boolean known =
                request.list(HttpHeaders.IF_NONE_MATCH).map(tag::isAmong).orElse(false);
        Response.ResponseBuilder answer =
                known ? Response.notModified() : Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag.text()).build();
    }

    /** @see #requireMatch(String) */
    public void requireMatch(Versioned present) {
        requireMatch(present.version());
    }

    /**
     * Lets a change go on only if the caller has seen the version that it changes.
     *
     * @param version of what is there now, as this caller sees it
     * @throws ProblemException {@code precondition-required} or {@code precondition-failed}; before them
     *     {@code invalid-request} for an unknown query parameter, which a change without a body asks for nowhere else
     */
    public void requireMatch(String version) {
        queryParameters.require();
        String names = request.list(HttpHeaders.IF_MATCH)
                .orElseThrow(() -> ProblemException.of(CommonProblem.PRECONDITION_REQUIRED));
        if (!EntityTag.names(names, version)) {
            throw ProblemException.of(CommonProblem.PRECONDITION_FAILED);
        }
    }

    /**
     * The same for a request that may go on without naming a version, such as a POST.
     *
     * @throws ProblemException {@code precondition-failed}
     */
    public void requireMatchIfSent(Versioned present) {
        if (request.header(HttpHeaders.IF_MATCH).isPresent()) {
            requireMatch(present);
        }
    }

    private byte[] json(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always serialisable", e);
        }
    }
}
