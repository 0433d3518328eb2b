package io.keyholder.web.audit;

import io.keyholder.access.Caller;
import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.identity.CurrentCaller;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import io.keyholder.web.Audited;
import io.keyholder.web.request.RequestFacts;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The audit of the request at hand. A use case records each of its changes; a resource says what the request is about as
 * soon as it knows, so that a refusal stands in the right log, under the right name.
 */
@RequestScoped
public class RequestAudit {
    private final Outbox outbox;
    private final CurrentCaller current;
    private final RequestFacts request;
    private final RefusalRates rates;
    private final Clock clock;
    private @Nullable AuditSubject subject;

    RequestAudit(Outbox outbox, CurrentCaller current, RequestFacts request, RefusalRates rates, Clock clock) {
        this.outbox = outbox;
        this.current = current;
        this.request = request;
        this.rates = rates;
        this.clock = clock;
    }

    /** Who and which request causes what is written now. */
    public Provenance provenance() {
        Caller caller = current.get();
        return new Provenance(new Actor(caller.userId(), caller.tenantId()), request.traceparent());
    }

    /** What the request acts on, whether or not the caller may know of it. */
    public void concerns(AuditSubject of) {
        this.subject = of;
    }

    /** Records a change in its transaction. */
    public void changed(AuditEntry.Category category, AuditEntry.Operation operation, AuditSubject what) {
        outbox.audit(entry(category, operation, AuditEntry.Result.SUCCESSFUL, what, null), provenance());
    }

    /**
     * Records a refusal in the present transaction: under the object it concerns if there is one, and else in the caller's
     * own log. A caller's refusals beyond the rate are written later, as one.
     */
    public void refused(Audited endpoint, String reason) {
        AuditEntry entry = entry(endpoint.category(), endpoint.operation(), AuditEntry.Result.FAILED, subject, reason);
        if (rates.isToBeWrittenNow(entry, provenance())) {
            outbox.audit(entry, provenance());
        }
    }

    private AuditEntry entry(
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            AuditEntry.Result result,
            @Nullable AuditSubject about,
            @Nullable String reason) {
        Caller caller = current.get();
        UUID tenant = about == null ? caller.tenantId() : about.tenantId();
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                category,
                operation,
                result,
                about == null ? null : about.objectId(),
                about == null ? "" : about.objectName(),
                tenant,
                caller.userId(),
                caller.tenantId(),
                about == null ? null : about.relationshipId(),
                reason,
                1);
    }
}
