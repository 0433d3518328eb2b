package io.keyholder.gateway.proxy;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Which connections to services are used again. A service that could not read a request ends the connection with its
 * answer, whether it says so or not: nobody else's request may be sent on it in between.
 */
final class Reuse {
    private static final String CONNECTED = "connected";
    private static final String TRIED_AGAIN = "tried-again";
    private static final long UNTIL_ANSWER_IS_THERE_MILLIS = 30_000;

    /** What HTTP servers say that have lost the thread of a connection. */
    private static final Set<Integer> LAST_WORDS = Set.of(400, 408, 413, 414, 431, 501, 505);

    private Reuse() {}

    static void remember(ProxyContext context, HttpClientRequest connected) {
        context.set(CONNECTED, connected);
    }

    /** Takes the connection out of use once its answer is there, if the answer is one of the HTTP server itself. */
    static void endIfServiceWill(ProxyContext context) {
        ProxyResponse answer = context.response();
        if (LAST_WORDS.contains(answer.getStatusCode()) && !answer.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            HttpClientRequest connected = context.get(CONNECTED, HttpClientRequest.class);
            if (connected != null) {
                connected.connection().shutdown(UNTIL_ANSWER_IS_THERE_MILLIS);
            }
        }
    }

    /**
     * Whether the request can be sent once more, over another connection: it only reads, has no body, and the connection
     * was closed before any answer. A service may close an idle connection at any time, and so just then.
     */
    static boolean mayTryAgain(ProxyContext context, Throwable failure) {
        HttpMethod method = context.request().getMethod();
        boolean isClosed = failure instanceof HttpClosedException || failure instanceof IOException;
        boolean onlyReads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (!isClosed
                || !onlyReads
                || context.request().getBody() != null
                || context.get(TRIED_AGAIN, Boolean.class) != null) {
            return false;
        }
        context.set(TRIED_AGAIN, true);
        return true;
    }
}
