package io.keyholder.gateway;

import io.keyholder.access.Caller;
import io.keyholder.gateway.limits.RateLimit;
import io.keyholder.gateway.proxy.GlobalAdminNotice;
import io.keyholder.gateway.proxy.ServiceProxy;
import io.keyholder.gateway.request.Answers;
import io.keyholder.gateway.request.RequestId;
import io.keyholder.identity.CallerIdentity;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The API: whoever has got past authentication is counted, and then handed on. */
@ApplicationScoped
class ApiRoutes {
    private static final Logger LOG = Logger.getLogger(ApiRoutes.class);

    private final RateLimit rateLimit;
    private final GlobalAdminNotice notice;
    private final ServiceProxy services;

    ApiRoutes(RateLimit rateLimit, GlobalAdminNotice notice, ServiceProxy services) {
        this.rateLimit = rateLimit;
        this.notice = notice;
        this.services = services;
    }

    void install(@Observes Router router) {
        router.route("/v1/*").handler(this::handle);
        router.route().failureHandler(ApiRoutes::fail);
        router.route().last().handler(context -> Answers.refuse(context.request(), CommonProblem.NOT_FOUND));
    }

    private void handle(RoutingContext context) {
        Optional<Caller> caller = CallerIdentity.callerOf(context);
        if (caller.isEmpty()) {
            // Cannot be: the permission policy for /v1 lets nobody through. Were it misconfigured, nobody should pass.
            Answers.refuse(context.request(), CommonProblem.UNAUTHENTICATED);
        } else if (rateLimit.admits(caller.get(), context.request())) {
            notice.give(caller.get(), context.request()).onComplete(given -> services.handle(context.request()));
        }
    }

    /** The router looks at the path and at the host before any filter does; of the host alone it says what is wrong. */
    private static Violation malformed(RoutingContext context) {
        return context.failure() == null
                ? new Violation("path", ViolationCode.MALFORMED, "The path is not in its plain form.")
                : new Violation("Host", ViolationCode.MALFORMED, "There is not exactly one Host header.");
    }

    /** What the router itself turns down, such as a target that is no path, and what went wrong unforeseen. */
    private static void fail(RoutingContext context) {
        RequestId.give(context.request());
        if (context.failure() == null && context.statusCode() == 404) {
            Answers.refuse(context.request(), CommonProblem.NOT_FOUND);
        } else if (context.statusCode() == 400) {
            Answers.refuse(context.request(), malformed(context));
        } else {
            LOG.errorf(
                    context.failure(),
                    "requestFailed path=%s status=%d",
                    context.request().path(),
                    context.statusCode());
            Answers.refuse(context.request(), CommonProblem.INTERNAL_ERROR);
        }
    }
}
