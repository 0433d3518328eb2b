package io.keyholder.identity;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.telemetry.TraceParent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a request without a valid token is answered (RFC 6750): the one form for gateway and services.
 *
 * @param problem {@link ProblemType#UNAUTHENTICATED}, or a reason that the token is not at fault for
 * @param reason what is wrong with the token; null when there was none, about which RFC 6750 says nothing more
 * @param retryAfter seconds; zero: not said
 */
public record Refusal(ProblemType problem, @Nullable String reason, long retryAfter) {
    private static final String KEY = Refusal.class.getName();
    private static final String REALM = "Bearer realm=\"keyholder\"";

    /** The refusal of this request: that of its token, or that it has none. */
    public static Refusal of(RoutingContext request) {
        Refusal refusal = request.get(KEY);
        return refusal == null ? new Refusal(CommonProblem.UNAUTHENTICATED, null, 0) : refusal;
    }

    /** Keeps why the request is refused until it is answered. */
    void attachTo(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The value of {@code WWW-Authenticate}; empty when the token is not at fault. */
    public Optional<String> challenge() {
        if (problem != CommonProblem.UNAUTHENTICATED) {
            return Optional.empty();
        }
        return Optional.of(
                reason == null
                        ? REALM
                        : REALM + ", error=\"invalid_token\", error_description=\"" + reason.replace('"', '\'') + '"');
    }

    /** The body of the answer. */
    public Problem problem(HttpServerRequest request) {
        String detail = reason == null ? "The request carries no access token." : reason + ".";
        String trace = TraceParent.ofRequest(request.getHeader(TraceParent.HEADER))
                .map(TraceParent::traceId)
                .orElse(null);
        String text = problem.status() == CommonProblem.SERVICE_UNAVAILABLE.status() ? problem.meaning() : detail;
        return Problem.of(problem, text).at(request.path(), trace);
    }

    /** Answers with it. */
    void send(RoutingContext request) {
        var response = request.response();
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        challenge().ifPresent(value -> response.putHeader(HttpHeaderNames.WWW_AUTHENTICATE, value));
        if (retryAfter > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        }
        response.end(problem(request.request()).toJson());
    }
}
