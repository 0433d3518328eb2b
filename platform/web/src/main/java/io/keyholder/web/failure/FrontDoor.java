package io.keyholder.web.failure;

import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.wire.Unreadable;
import io.keyholder.telemetry.TraceParent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What a service answers where no resource does: requests that cannot be read, bodies that say they are too long, and
 * addresses outside the API. Always a problem, never the framework's own page.
 */
@ApplicationScoped
class FrontDoor {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    /** Before Quarkus' own filters. */
    private static final int FIRST = 1000;

    private final long longestBody;

    FrontDoor(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.longestBody = longestBody.asLongValue();
    }

    void install(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    void install(@Observes Router router) {
        router.route().failureHandler(FrontDoor::fail);
        router.route().last().handler(context -> refuse(context, Problem.of(CommonProblem.NOT_FOUND)));
    }

    private void admit(RoutingContext context) {
        Optional<Problem> unreadable = Unreadable.problemOf(context.request());
        if (unreadable.isPresent()) {
            refuse(context, unreadable.get());
        } else if (declaredLength(context.request()) > longestBody) {
            // What follows is not read, and so the connection can serve nobody any more.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            refuse(context, Problem.of(CommonProblem.PAYLOAD_TOO_LARGE));
        } else {
            context.next();
        }
    }

    /** The decoder has refused what is no number, but for one that is too large to be one. */
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** What the router itself turns down, such as a wrong method or a path that cannot be decoded. */
    private static void fail(RoutingContext context) {
        int status = context.statusCode();
        if (status < 400 || status >= 500) {
            LOG.errorf(
                    context.failure(),
                    "event=request.failed path=%s status=%d",
                    context.request().path(),
                    status);
        }
        refuse(context, Problem.of(Failures.typeOf(status)));
    }

    private static void refuse(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            response.close();
            return;
        }
        String trace = TraceParent.ofRequest(request.getHeader(TraceParent.HEADER))
                .map(TraceParent::traceId)
                .orElse(null);
        request.resume();
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.at(request.path(), trace).toJson());
    }
}
