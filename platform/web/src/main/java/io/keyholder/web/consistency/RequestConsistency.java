package io.keyholder.web.consistency;

import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;

/** The token that the request at hand brought. */
@RequestScoped
public class RequestConsistency {
    private final ConsistencyTokens tokens;
    private final RequestFacts request;

    RequestConsistency(ConsistencyTokens tokens, RequestFacts request) {
        this.tokens = tokens;
        this.request = request;
    }

    /** Empty when there was none, or none of ours. */
    public ConsistencyToken brought() {
        return request.header(ConsistencyTokens.HEADER).flatMap(tokens::read).orElse(ConsistencyToken.empty());
    }

    boolean isBroken() {
        return request.header(ConsistencyTokens.HEADER)
                .map(text -> tokens.read(text).isEmpty())
                .orElse(false);
    }
}
