package io.keyholder.web.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.outbox.Outbox;
import io.keyholder.problems.CommonProblem;
import io.keyholder.problems.Problem;
import io.keyholder.web.Body;
import io.keyholder.web.ProblemException;
import io.keyholder.web.Undecided;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.consistency.ConsistencyTokens;
import io.keyholder.web.request.QueryParameters;
import io.keyholder.web.request.RequestFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the change that a request asks for. Use it as the contract orders the checks:
 *
 * <pre>{@code
 * return changes.run(() -> {
 *     access.requireOwn(PARTNERS_MANAGE);                            // 404, 403
 *     return changes.once(body, request -> {                         // idempotency, then 400
 *         etags.requireMatch(…);                                     // 428, 412
 *         return switch (useCase.run(…)) { … };                      // 409
 *     });
 * });
 * }</pre>
 */
@RequestScoped
public class Changes {
    private static final int CONFLICT = 409;

    /** Refusals that the audit log records: what the caller may not do, may not know of, or cannot do now. */
    private static final Set<Integer> RECORDED = Set.of(403, 404, CONFLICT);

    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ChangeToken token;
    private final RequestAudit audit;
    private final Undecided undecided;
    private final RequestFacts request;
    private final QueryParameters queryParameters;
    private final ObjectMapper mapper;

    Changes(
            Outbox outbox,
            Idempotency idempotency,
            ChangeToken token,
            RequestAudit audit,
            Undecided undecided,
            RequestFacts request,
            QueryParameters queryParameters,
            ObjectMapper mapper) {
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.token = token;
        this.audit = audit;
        this.undecided = undecided;
        this.request = request;
        this.queryParameters = queryParameters;
        this.mapper = mapper;
    }

    /** Thrown through the work to give the first answer again; the transaction has nothing to commit. */
    private static final class Replayed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient StoredAnswer first;

        Replayed(StoredAnswer first) {
            super("replayed", null, false, false);
            this.first = first;
        }
    }

    /**
     * Runs the work in a transaction of its own. A {@link ProblemException} rolls it back; a refused change is then
     * recorded in the audit log.
     */
    public Response run(Supplier<Answer> work) {
        return run(() -> work, Supplier::get);
    }

    /**
     * The same for a change whose body takes long to arrive: it is read before the transaction begins. What was allowed
     * then may not be any more, so the work authorises again.
     *
     * @param preparation authorises, and reads what the work needs
     */
    public <T> Response run(Supplier<T> preparation, Function<T, Answer> work) {
        try {
            T prepared = preparation.get();
            StoredAnswer answer = QuarkusTransaction.requiringNew().call(() -> {
                StoredAnswer made = render(work.apply(prepared));
                idempotency.keep(made);
                return made;
            });
            return withToken(answer);
        } catch (Replayed replayed) {
            return again(replayed.first);
        } catch (ProblemException refused) {
            ProblemException answer = undecided.or(refused);
            recordRefusal(answer);
            throw answer;
        }
    }

    /** The part of a POST that runs once for an {@code Idempotency-Key}; reads the body first. */
    public <T> Answer once(Body<T> body, Function<T, Answer> work) {
        replayIfAnswered(body.bytes());
        return work.apply(body.read());
    }

    /** The same for a POST without a body. */
    public Answer once(Supplier<Answer> work) {
        return once(new byte[0], work);
    }

    /** The same for a POST whose body is no JSON: the work reads it. */
    public Answer once(byte[] body, Supplier<Answer> work) {
        replayIfAnswered(body);
        queryParameters.require();
        return work.get();
    }

    /**
     * Ends a change with a refusal because of which something was changed after all: what the work has written commits,
     * together with the refusal's own record.
     */
    public Answer refused(ProblemException refusal) {
        record(refusal);
        return Answer.refused(refusal.problem().at(request.path(), request.traceId()));
    }

    private void record(ProblemException refusal) {
        request.audited()
                .ifPresent(endpoint -> audit.refused(endpoint, refusal.type().slug()));
    }

    /**
     * The same for a POST whose body has been read before.
     *
     * @param bodyHash SHA-256 of all that makes it another request
     */
    public Answer onceHashed(byte[] bodyHash, Supplier<Answer> work) {
        replay(idempotency.beginHashed(bodyHash));
        queryParameters.require();
        return work.get();
    }

    private void replayIfAnswered(byte[] body) {
        replay(idempotency.begin(body));
    }

    private static void replay(Optional<StoredAnswer> answered) {
        answered.ifPresent(first -> {
            throw new Replayed(first);
        });
    }

    private StoredAnswer render(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        answer.location().ifPresent(location -> headers.put(HttpHeaders.LOCATION, location));
        token.beforeCommit(outbox.written()).ifPresent(text -> headers.put(ConsistencyTokens.HEADER, text));
        Object body = answer.body();
        if (body == null) {
            return new StoredAnswer(new byte[0], answer.status(), headers, new byte[0]);
        }
        headers.put(
                HttpHeaders.CONTENT_TYPE, body instanceof Problem ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON);
        try {
            byte[] json = mapper.writeValueAsBytes(body);
            answer.version()
                    .map(version -> EntityTag.of(version, json))
                    .ifPresent(tag -> headers.put(HttpHeaders.ETAG, tag.text()));
            return new StoredAnswer(new byte[0], answer.status(), headers, json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is always serialisable", e);
        }
    }

    private Response withToken(StoredAnswer answer) {
        Optional<String> bulk = token.afterCommit();
        Response response = answer.toResponse();
        bulk.ifPresent(text -> response.getHeaders().putSingle(ConsistencyTokens.HEADER, text));
        return response;
    }

    /** The first answer, with a token of this request's own: it may bring another than the first one did. */
    private Response again(StoredAnswer first) {
        Response response = first.toResponse();
        if (first.status() != CONFLICT) {
            String text = token.again(Optional.ofNullable(first.headers().get(ConsistencyTokens.HEADER)));
            response.getHeaders().putSingle(ConsistencyTokens.HEADER, text);
        }
        return response;
    }

    private void recordRefusal(ProblemException refused) {
        if (!RECORDED.contains(refused.problem().status())) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            record(refused);
            if (refused.problem().status() == CONFLICT && refused.type() != CommonProblem.REQUEST_IN_PROGRESS) {
                idempotency.keepIfFirst(conflictOf(refused.problem()));
            }
        });
    }

    private StoredAnswer conflictOf(Problem problem) {
        byte[] body = problem.at(request.path(), request.traceId()).toJson().getBytes(UTF_8);
        return new StoredAnswer(
                new byte[0], problem.status(), Map.of(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE), body);
    }
}
