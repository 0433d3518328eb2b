package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.request.AcceptedCoding;
import io.keyholder.gateway.request.Vary;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Compresses services' answers while they stream, for who accepts it. The validator of a compressed answer is weak: its
 * bytes are others than those of the plain one.
 */
@ApplicationScoped
class Compression {
    private final boolean isEnabled;
    private final long from;

    Compression(GatewayConfig config) {
        this.isEnabled = config.compression().enabled();
        this.from = config.compression().from();
    }

    void apply(ProxyContext context) {
        ProxyResponse answer = context.response();
        boolean isUnchanged = answer.getStatusCode() == 304;
        if (!isEnabled || !isUnchanged && !isWorthIt(answer)) {
            return;
        }
        HttpServerRequest request = context.request().proxiedRequest();
        Vary.by(request.response(), HttpHeaders.ACCEPT_ENCODING);
        if (isUnchanged) {
            keepAsKnown(answer, request.getHeader(HttpHeaders.IF_NONE_MATCH));
        } else if (request.version() != HttpVersion.HTTP_1_0
                && AcceptedCoding.isGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            compress(answer);
        }
    }

    /** The validator in the form in which the client has it, which tells which answer it was given. */
    private static void keepAsKnown(ProxyResponse answer, @Nullable String known) {
        String tag = answer.headers().get(HttpHeaders.ETAG);
        if (tag != null && known != null && known.contains("W/" + tag)) {
            weaken(answer);
        }
    }

    private boolean isWorthIt(ProxyResponse answer) {
        Body body = answer.getBody();
        return body != null
                && answer.getStatusCode() != 204
                && (body.length() < 0 || body.length() >= from)
                && isText(answer.headers().get(HttpHeaders.CONTENT_TYPE))
                && !answer.headers().contains(HttpHeaders.CONTENT_ENCODING);
    }

    private static boolean isText(@Nullable String type) {
        return type != null && (type.contains("json") || type.startsWith("text/"));
    }

    private static void compress(ProxyResponse answer) {
        weaken(answer);
        answer.headers().remove(HttpHeaders.CONTENT_LENGTH);
        answer.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        answer.setBody(Body.body(new GzipStream(answer.getBody().stream())));
    }

    private static void weaken(ProxyResponse answer) {
        String tag = answer.headers().get(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith("W/")) {
            answer.headers().set(HttpHeaders.ETAG, "W/" + tag);
        }
    }
}
