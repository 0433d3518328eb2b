package io.keyholder.web.change;

import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
import io.keyholder.web.answer.RenderedAnswer;
import io.keyholder.web.answer.Rendering;
import io.keyholder.web.audit.RequestAudit;
import io.keyholder.web.request.RequestFacts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** What remains of a change that is refused: a record in the audit log, and of a conflict the answer, for its idempotency key. */
@RequestScoped
class Refusals {
    static final int CONFLICT = 409;

    /** What the caller may not do, may not know of, or cannot do now. */
    private static final Set<Integer> RECORDED = Set.of(403, 404, CONFLICT);

    private final Idempotency idempotency;
    private final Rendering rendering;
    private final RequestAudit audit;
    private final RequestFacts request;

    Refusals(Idempotency idempotency, Rendering rendering, RequestAudit audit, RequestFacts request) {
        this.idempotency = idempotency;
        this.rendering = rendering;
        this.audit = audit;
        this.request = request;
    }

    /** In a transaction of its own, after the change was rolled back. */
    void recordAfterRollback(ProblemException refused) {
        if (!RECORDED.contains(refused.problem().status())) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            record(refused);
            if (refused.problem().status() == CONFLICT && refused.type() != CommonProblem.REQUEST_IN_PROGRESS) {
                idempotency.keepIfFirst(render(refused));
            }
        });
    }

    /** In the change's own transaction. */
    void record(ProblemException refused) {
        request.audited()
                .ifPresent(endpoint -> audit.refused(endpoint, refused.type().slug()));
    }

    RenderedAnswer render(ProblemException refused) {
        return rendering.render(refused.problem().at(request.path(), request.traceId()));
    }
}
