package io.keyholder.web.failure;

import io.keyholder.identity.CurrentCaller;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.problems.ProblemType;
import io.keyholder.web.ProblemException;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.request.InvalidParameter;
import io.keyholder.web.request.RequestFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as a problem. The only place where an exception becomes an answer. */
public class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int RETRY_SECONDS = 1;
    private static final String DATABASE_AWAY =
            "The service does not reach its database. Whether a change was made is not known: send it again with the same"
                    + " `Idempotency-Key`.";

    private static final String GROUPS_MISSING =
            "Your token does not list all of your groups: a role that one of these gives you did not count.";

    private final RequestFacts request;
    private final CurrentCaller caller;
    private final AllowedMethods allowed;
    private final RequestAudit audit;
    private final Undecided undecided;
    private final Refusals refusals;

    Failures(
            RequestFacts request,
            CurrentCaller caller,
            AllowedMethods allowed,
            RequestAudit audit,
            Undecided undecided,
            Refusals refusals) {
        this.request = request;
        this.caller = caller;
        this.allowed = allowed;
        this.audit = audit;
        this.undecided = undecided;
        this.refusals = refusals;
    }

    @ServerExceptionMapper
    public Response known(ProblemException thrown) {
        ProblemException refused = undecided.or(thrown);
        refusals.note(refused);
        boolean groupsMatter = refused.isOfLack() && !caller.get().groupsComplete();
        return answer(groupsMatter ? refused.problem().adding(GROUPS_MISSING) : refused.problem())
                .build();
    }

    /** What JAX-RS itself refuses: unknown paths, methods and media types. */
    @ServerExceptionMapper
    public Response refusedByJaxRs(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (refused instanceof InvalidParameter invalid) {
            return answer(invalid.problem()).build();
        }
        if (status == CommonProblem.NOT_FOUND.status()) {
            recordIfChanging();
        }
        ResponseBuilder answer = answer(Problem.of(typeOf(status)));
        return status == CommonProblem.METHOD_NOT_ALLOWED.status()
                ? answer.header(HttpHeaders.ALLOW, allowed.at(request.path())).build()
                : answer.build();
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable failure) {
        if (DatabaseAway.isReasonOf(failure)) {
            LOG.warnf("event=request.database-away path=%s reason=\"%s\"", request.path(), failure.getMessage());
            return answer(Problem.of(CommonProblem.SERVICE_UNAVAILABLE, DATABASE_AWAY))
                    .build();
        }
        LOG.errorf(
                failure,
                "event=request.failed traceId=%s method=%s path=%s",
                request.traceId(),
                request.method(),
                request.path());
        return answer(Problem.of(CommonProblem.INTERNAL_ERROR)).build();
    }

    /** A change of something whose path names no possible id is refused like one of what does not exist. */
    private void recordIfChanging() {
        request.audited()
                .ifPresent(endpoint -> QuarkusTransaction.requiringNew()
                        .run(() -> audit.refused(endpoint, CommonProblem.NOT_FOUND.slug())));
    }

    private ResponseBuilder answer(Problem problem) {
        ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.at(request.path(), request.traceId()).toJson());
        return problem.status() == CommonProblem.SERVICE_UNAVAILABLE.status()
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                : answer;
    }

    /** The problem that stands for a status which the framework itself answers with. */
    static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> CommonProblem.UNAUTHENTICATED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.PAYLOAD_TOO_LARGE;
            case 414 -> CommonProblem.URI_TOO_LONG;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 431 -> CommonProblem.HEADERS_TOO_LARGE;
            case 503 -> CommonProblem.SERVICE_UNAVAILABLE;
            default -> status >= 500 ? CommonProblem.INTERNAL_ERROR : CommonProblem.INVALID_REQUEST;
        };
    }
}
