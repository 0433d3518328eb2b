package io.keyholder.web.audit;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.web.Audited;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
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
    private final RefusalRates rates;
    private @Nullable AuditSubject subject;

    RequestAudit(Outbox outbox, AuditLog log, CurrentCaller current, RequestFacts request, RefusalRates rates) {
        this.outbox = outbox;
        this.log = log;
        this.current = current;
        this.request = request;
        this.rates = rates;
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
     * Records a refusal in the present transaction: under the object it concerns if there is one, and else in the caller's
     * own log. A caller's refusals beyond the rate are written later, as one.
     */
    public void refused(Audited endpoint, String reason) {
        AuditSubject about = subject == null ? new AuditSubject(actor().tenantId(), null, null, "") : subject;
        AuditEntry entry = log.refusal(endpoint.category(), endpoint.operation(), about, provenance(), reason);
        if (rates.isToBeWrittenNow(entry, provenance())) {
            outbox.audit(entry, provenance());
        }
    }

    private Actor actor() {
        Caller caller = current.get();
        return new Actor(caller.userId(), caller.tenantId());
    }
}
