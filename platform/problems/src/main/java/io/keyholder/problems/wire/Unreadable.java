package io.keyholder.problems.wire;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** Why a request cannot be read. */
public enum Unreadable {
    /** The request line is longer than is read. */
    LINE_TOO_LONG(CommonProblem.URI_TOO_LONG, "", ""),
    /** The headers are longer than is read. */
    HEADERS_TOO_LARGE(CommonProblem.HEADERS_TOO_LARGE, "", ""),
    /** The body comes in a way that is not known, so that nobody can tell where it ends. */
    TRANSFER_ENCODING(CommonProblem.INVALID_REQUEST, "Transfer-Encoding", "The transfer encoding is not known."),
    /** The target is none. */
    TARGET(CommonProblem.INVALID_REQUEST, "path", "The path is not in its plain form."),
    /** It is no HTTP, or says where its body ends in two ways. */
    NOT_HTTP(CommonProblem.INVALID_REQUEST, "request", "The request is not well-formed HTTP/1.1.");

    /** No request can bring this header: a name with a space in it is refused by the decoder. */
    private static final String MARK = "unreadable because";

    /** The router turns down what names no host before anything of ours sees it. */
    private static final String NOWHERE = "unreadable";

    private final Problem problem;

    Unreadable(ProblemType type, String field, String message) {
        this.problem = field.isEmpty()
                ? Problem.of(type)
                : Problem.of(type, message)
                        .withViolations(List.of(new Violation(field, ViolationCode.MALFORMED, message)));
    }

    /** What the request is to be answered with; empty when it can be read. */
    public static Optional<Problem> problemOf(HttpServerRequest request) {
        String mark = request.getHeader(MARK);
        return mark == null ? Optional.empty() : Optional.of(valueOf(mark).problem);
    }

    static Unreadable of(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return LINE_TOO_LONG;
        }
        return cause instanceof TooLongHttpHeaderException ? HEADERS_TOO_LARGE : NOT_HTTP;
    }

    Problem problem() {
        return problem;
    }

    /** A request in the place of the one that cannot be read: the last of its connection. */
    HttpRequest marked() {
        HttpRequest request = new DefaultHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.GET,
                "/",
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders());
        request.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.HOST, NOWHERE)
                .set(MARK, name());
        return request;
    }
}
