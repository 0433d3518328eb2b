package io.keyholder.gateway.request;

import io.keyholder.gateway.config.GatewayConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets front ends on the configured origins call, and read every answer, refusals too. A request of any other origin goes
 * on as if there were no CORS: the browser keeps its answer from the page, and who is no browser needs no leave.
 */
@ApplicationScoped
class Cors {
    /** Before any other part looks at the request. */
    private static final int BEFORE_ALL = 1001;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Set<String> SENT = Set.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Keyholder-Consistency",
            "traceparent",
            "tracestate",
            RequestId.HEADER);

    private static final Set<String> READ = Set.of(
            "Allow",
            "Content-Disposition",
            "Deprecation",
            "ETag",
            "Keyholder-Consistency",
            "Keyholder-Deleted-Assignments",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Sunset",
            "WWW-Authenticate",
            RequestId.HEADER);

    private final List<String> origins;
    private final Pattern allowed;
    private final CorsHandler handler;

    Cors(GatewayConfig config) {
        this.origins = config.cors().origins().orElse(List.of());
        this.allowed = Pattern.compile(origins.stream().map(Cors::form).collect(Collectors.joining("|")));
        this.handler = CorsHandler.create()
                .addOriginWithRegex(allowed.pattern())
                .allowedMethods(METHODS)
                .allowedHeaders(SENT)
                .exposedHeaders(READ)
                .maxAgeSeconds((int) config.cors().maxAge().toSeconds());
    }

    /** {@code *} alone stands for any origin; in one, for a part of the host's name or the port. */
    private static String form(String origin) {
        return origin.strip().equals("*") ? ".*" : "\\Q" + origin.strip().replace("*", "\\E[A-Za-z0-9-]+\\Q") + "\\E";
    }

    void install(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            filters.register(this::handle, BEFORE_ALL);
        }
    }

    private void handle(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin != null && allowed.matcher(origin).matches()) {
            RequestId.give(context.request());
            if (context.request().method().equals(HttpMethod.OPTIONS)) {
                context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            }
            handler.handle(context);
        } else {
            Vary.by(context.response(), HttpHeaders.ORIGIN);
            context.next();
        }
    }
}
