package io.keyholder.gateway.request;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import io.keyholder.telemetry.TraceParent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Answers that the gateway gives by itself. */
public final class Answers {
    /** How much of a refused body is read and thrown away, so that the client gets to read why. */
    private static final long MAX_DISCARDED = 32L * 1024 * 1024;

    private Answers() {}

    /** Refuses the request with the type's own words. */
    public static void refuse(HttpServerRequest request, ProblemType type) {
        refuse(request, type, type.meaning());
    }

    /** Refuses the request, saying what was wrong this time. */
    public static void refuse(HttpServerRequest request, ProblemType type, String detail) {
        refuse(request, Problem.of(type, detail));
    }

    /** Refuses a request that is not a proper one, naming the part of it. */
    public static void refuse(HttpServerRequest request, Violation violation) {
        refuse(
                request,
                Problem.of(CommonProblem.INVALID_REQUEST, violation.message()).withViolations(List.of(violation)));
    }

    /** Refuses the request with a problem that is not placed yet. */
    public static void refuse(HttpServerRequest request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(problem.status());
        send(request, Problem.MEDIA_TYPE, body(request, problem));
    }

    /** Answers with a body; the caller has set status and headers. */
    public static void send(HttpServerRequest request, String mediaType, Buffer body) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType);
        response.end(body);
        discardRest(request);
    }

    /** The body of a refusal. */
    public static Buffer body(HttpServerRequest request, ProblemType type, String detail) {
        return body(request, Problem.of(type, detail));
    }

    private static Buffer body(HttpServerRequest request, Problem problem) {
        String trace = TraceParent.ofRequest(request.getHeader(TraceParent.HEADER))
                .map(TraceParent::traceId)
                .orElse(null);
        return Buffer.buffer(problem.at(request.path(), trace).toJson());
    }

    /** A request that is not read to its end would block the connection for the next one. */
    private static void discardRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] discarded = new long[1];
        request.handler(data -> {
            discarded[0] += data.length();
            if (discarded[0] > MAX_DISCARDED) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
