package io.keyholder.web.change;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.EntityTag;
import io.keyholder.web.answer.Rendering;
import io.keyholder.web.answer.Versioned;
import io.keyholder.web.request.QueryParameters;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** What the headers and parameters of a change must say before it may go on. */
@RequestScoped
class Preconditions {
    private final Rendering rendering;
    private final RequestFacts request;
    private final QueryParameters queryParameters;

    Preconditions(Rendering rendering, RequestFacts request, QueryParameters queryParameters) {
        this.rendering = rendering;
        this.request = request;
        this.queryParameters = queryParameters;
    }

    /** @throws ProblemException {@code invalid-request}; reading a body checks the same */
    void requireKnownParameters() {
        queryParameters.require();
    }

    /** @throws ProblemException {@code invalid-request}, {@code precondition-required} or {@code precondition-failed} */
    void requireMatch(Versioned present) {
        requireKnownParameters();
        String tags = request.list(HttpHeaders.IF_MATCH)
                .orElseThrow(() -> ProblemException.of(CommonProblem.PRECONDITION_REQUIRED));
        if (!EntityTag.names(tags, rendering.nameOf(present.version()))) {
            throw ProblemException.of(CommonProblem.PRECONDITION_FAILED);
        }
    }

    boolean isMatchAsked() {
        return request.header(HttpHeaders.IF_MATCH).isPresent();
    }
}
