package io.keyholder.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Actor;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.problems.CommonProblem;
import io.keyholder.record.AuditLog;
import io.keyholder.record.AuditSubject;
import io.keyholder.web.Audited;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes the request at hand, and what it is about. A resource says the latter as soon as it knows, whether or not the
 * caller may know of it, so that a refusal stands in the right log, under the right name.
 */
@RequestScoped
public class RequestAudit {
    private final Outbox outbox;
    private final AuditLog log;
    private final CurrentCaller current;
    private final RequestFacts request;
    private final RefusalTally tally;
    private final Clock clock;
    private @Nullable AuditSubject subject;

    RequestAudit(
            Outbox outbox, AuditLog log, CurrentCaller current, RequestFacts request, RefusalTally tally, Clock clock) {
        this.outbox = outbox;
        this.log = log;
        this.current = current;
        this.request = request;
        this.tally = tally;
        this.clock = clock;
    }

    /** Who and which request causes what is written now. */
    public Provenance provenance() {
        return new Provenance(
                actor(),
                request.traceparent(),
                request.clientAddress().orElse(null),
                request.requestId().orElse(null));
    }

    /** What the request acts on. */
    public void concerns(AuditSubject of) {
        this.subject = of;
    }

    /**
     * Records a refusal in the present transaction: in the log of the tenant acted on, and else in the caller's own. What
     * the caller may not know of is in the caller's own as well, in words that are the same whether or not it exists.
     * Refusals beyond the rate are written later, as one.
     */
    public void refused(Audited endpoint, String reason) {
        Provenance by = provenance();
        UUID caller = actor().tenantId();
        List<RefusalTally.Refusal> refusals = CommonProblem.NOT_FOUND.slug().equals(reason)
                ? hidden(endpoint, reason, by)
                : List.of(refusal(endpoint, aboutSubject(), by, reason));
        tally.count(refusals, caller, clock.instant()).forEach(entry -> outbox.audit(entry, by));
    }

    /**
     * Two at any rate, so that what does not exist costs what something of another tenant does: in its place stands one that
     * is only counted.
     */
    private List<RefusalTally.Refusal> hidden(Audited endpoint, String reason, Provenance by) {
        UUID caller = actor().tenantId();
        AuditSubject about = subject;
        RefusalTally.Refusal own = refusal(endpoint, asTheCallerSaidIt(), by, reason);
        if (about == null) {
            return List.of(own, inPlaceOf(own));
        }
        RefusalTally.Refusal owners = refusal(endpoint, about, by, reason);
        return Objects.equals(about.tenantId(), caller) ? List.of(owners, inPlaceOf(owners)) : List.of(own, owners);
    }

    private RefusalTally.Refusal inPlaceOf(RefusalTally.Refusal other) {
        UUID nobody = UUID.nameUUIDFromBytes(request.path().getBytes(UTF_8));
        return new RefusalTally.Refusal(nobody, other.kind(), null);
    }

    private RefusalTally.Refusal refusal(Audited endpoint, AuditSubject about, Provenance by, String reason) {
        return RefusalTally.Refusal.of(log.refusal(endpoint.category(), endpoint.operation(), about, by, reason));
    }

    private AuditSubject aboutSubject() {
        return subject == null ? asTheCallerSaidIt() : subject;
    }

    private AuditSubject asTheCallerSaidIt() {
        return new AuditSubject(actor().tenantId(), null, request.namedByPath().orElse(null), "");
    }

    private Actor actor() {
        Caller caller = current.get();
        return new Actor(caller.userId(), caller.tenantId());
    }
}
