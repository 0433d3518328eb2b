package io.keyholder.gateway;

import io.keyholder.gateway.limits.RateLimitHeaders;
import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.RequestId;
import io.keyholder.gateway.request.RequestTarget;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.keyholder.problems.wire.Unreadable;
import io.keyholder.telemetry.MessageSpans;
import io.keyholder.telemetry.TraceParent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * The first to see a request, before its token is looked at. Gives it an id and a trace, and turns away what is no
 * proper request, or asks for what the gateway does not show.
 */
@ApplicationScoped
class EveryRequest {
    /** Before Quarkus' own filters, of which the first is CORS with 300. */
    private static final int FIRST = 1000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String API = "/v1/";
    private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    /** Longer than a host's name and a port can be. The services are told it, which must not grow the headers by much. */
    private static final int MAX_HOST = 270;

    private final RateLimitHeaders rateLimit;
    private final int maxLine;

    EveryRequest(
            RateLimitHeaders rateLimit,
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length") int maxLine) {
        this.rateLimit = rateLimit;
        this.maxLine = maxLine;
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        RequestId.give(request);
        trace(request);
        rateLimit.untouched(request.response());
        if (request.path() != null && request.path().startsWith(API)) {
            request.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE).putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        }
        Optional<Problem> unreadable = Unreadable.problemOf(request);
        if (unreadable.isPresent()) {
            Answers.refuse(request, unreadable.get());
        } else {
            admit(context, request);
        }
    }

    private void admit(RoutingContext context, HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            request.response().putHeader("Allow", ALLOW);
            Answers.refuse(request, CommonProblem.METHOD_NOT_ALLOWED);
            return;
        }
        if (request.uri().length() > maxLine) {
            Answers.refuse(request, CommonProblem.URI_TOO_LONG);
            return;
        }
        Optional<Violation> malformed = problemOf(request);
        if (malformed.isPresent()) {
            Answers.refuse(request, malformed.get());
        } else if (!isShown(request.path())) {
            Answers.refuse(request, CommonProblem.NOT_FOUND);
        } else {
            context.next();
        }
    }

    private static void trace(HttpServerRequest request) {
        Optional<TraceParent> received = TraceParent.parse(request.getHeader(TraceParent.HEADER));
        if (received.isEmpty()) {
            request.headers().remove("tracestate");
        }
        TraceParent trace = TraceParent.current().or(() -> received).orElseGet(TraceParent::start);
        request.headers().set(TraceParent.HEADER, trace.value());
        MDC.put(MessageSpans.TRACE_ID, trace.traceId());
    }

    private static Optional<Violation> problemOf(HttpServerRequest request) {
        if (!isHostKnown(request)) {
            return violation("Host", "There is not exactly one Host header, or it names no host.");
        }
        String upgrade = request.getHeader(HttpHeaders.UPGRADE);
        if (upgrade != null && !"h2c".equalsIgnoreCase(upgrade)) {
            return violation("Upgrade", "No other protocol is spoken here.");
        }
        return RequestTarget.problemOf(request.uri());
    }

    private static boolean isHostKnown(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            HostAndPort authority = request.authority();
            return authority != null && authority.host().length() <= MAX_HOST;
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        return hosts.isEmpty()
                ? request.version() == HttpVersion.HTTP_1_0
                : hosts.size() == 1 && hosts.getFirst().length() <= MAX_HOST;
    }

    private static Optional<Violation> violation(String header, String problem) {
        return Optional.of(new Violation(header, ViolationCode.MALFORMED, problem));
    }

    /** Of Quarkus' own paths the health alone: metrics and the rest are for the platform's own network. */
    private static boolean isShown(String path) {
        return path.startsWith(API)
                || isBelow(path, "/problems")
                || isBelow(path, "/docs")
                || isBelow(path, "/q/health")
                || path.equals("/openapi")
                || path.equals("/openapi.json")
                || path.equals("/openapi.yaml")
                || path.equals("/");
    }

    private static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
