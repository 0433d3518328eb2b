package io.keyholder.gateway.proxy;

import io.keyholder.gateway.config.GatewayConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** How long a request's body may be. */
@ApplicationScoped
class BodyLimits {
    private static final String IMPORT = "/v1/rooms/import";

    private final GatewayConfig.Limits limits;

    BodyLimits(GatewayConfig config) {
        this.limits = config.limits();
    }

    /** In bytes. */
    long of(HttpServerRequest request) {
        return IMPORT.equals(request.path()) ? limits.importBody() : limits.body();
    }

    /** Whether the request itself says that it is too long. */
    boolean isDeclaredTooLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && parse(length) > of(request);
    }

    /** The HTTP decoder has refused what is no number, but for one that is too large to be one. */
    private static long parse(String length) {
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
