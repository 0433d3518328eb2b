package io.keyholder.gateway.limits;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells on every answer what is left (draft-ietf-httpapi-ratelimit-headers). */
@ApplicationScoped
public class RateLimitHeaders {
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");

    private final CharSequence policy;
    private final CharSequence untouched;

    RateLimitHeaders(GatewayConfig config) {
        long quota = config.limits().userPerMinute();
        this.policy = HttpHeaders.createOptimized("\"default\";q=" + quota + ";w=60");
        this.untouched = HttpHeaders.createOptimized("\"default\";r=" + quota + ";t=60");
    }

    /** Nobody's quota is spent: what an answer says that is given before anybody is known. */
    public void untouched(HttpServerResponse response) {
        response.putHeader(POLICY, policy).putHeader(LIMIT, untouched);
    }

    /** What the caller has left. */
    void left(HttpServerResponse response, Quota.Spending spending) {
        response.putHeader(LIMIT, "\"default\";r=" + spending.remaining() + ";t=" + spending.resetSeconds());
    }
}
