package io.keyholder.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Answers that end with their headers: 204, 304, and all to HEAD. They say nothing of how a body would be framed, for
 * clients wait for one that is announced (RFC 9112, 6.3); HEAD tells the length that GET would have.
 */
final class BodilessAnswer {

    private BodilessAnswer() {}

    static boolean isOne(ProxyContext context) {
        return hasNone(context.response().getStatusCode()) || isHead(context);
    }

    private static boolean hasNone(int status) {
        return status == 304 || status == 204;
    }

    private static boolean isHead(ProxyContext context) {
        return context.request().proxiedRequest().method().equals(HttpMethod.HEAD);
    }

    static Future<Void> send(ProxyContext context) {
        ProxyResponse answer = context.response();
        HttpServerResponse response = context.request().proxiedRequest().response();
        response.setStatusCode(answer.getStatusCode());
        MultiMap headers = answer.headers();
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        if (!headers.contains(HttpHeaders.DATE)) {
            response.putHeader(
                    HttpHeaders.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        }
        Body body = answer.getBody();
        if (body != null) {
            if (!hasNone(answer.getStatusCode()) && body.length() >= 0) {
                response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
            }
            // To its end, so that the service's connection can be used again.
            body.stream().resume();
        }
        return response.end();
    }
}
