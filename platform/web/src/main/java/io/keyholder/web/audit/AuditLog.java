package io.keyholder.web.audit;

import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Records changes in their own transaction: a change whose entry cannot be written does not happen. */
@ApplicationScoped
public class AuditLog {
    private final Outbox outbox;
    private final Clock clock;

    AuditLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param by who caused it; without an actor it stands in the log as the platform's own doing */
    public void changed(
            AuditEntry.Category category, AuditEntry.Operation operation, AuditSubject what, Provenance by) {
        Actor actor = by.actor();
        AuditEntry entry = new AuditEntry(
                Ids.next(),
                clock.instant(),
                category,
                operation,
                AuditEntry.Result.SUCCESSFUL,
                what.objectId(),
                what.objectName(),
                what.tenantId(),
                actor == null ? AuditEntry.PLATFORM : actor.userId(),
                actor == null ? null : actor.tenantId(),
                what.relationshipId(),
                null,
                1);
        outbox.audit(entry, by);
    }

    /** An entry for a refusal, to be written by {@link RequestAudit}. */
    AuditEntry refusal(
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            @Nullable AuditSubject about,
            Actor actor,
            String reason) {
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                category,
                operation,
                AuditEntry.Result.FAILED,
                about == null ? null : about.objectId(),
                about == null ? "" : about.objectName(),
                about == null ? actor.tenantId() : about.tenantId(),
                actor.userId(),
                actor.tenantId(),
                about == null ? null : about.relationshipId(),
                reason,
                1);
    }
}
