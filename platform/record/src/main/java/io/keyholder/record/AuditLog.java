package io.keyholder.record;

import io.keyholder.access.AccessState;
import io.keyholder.contracts.Actor;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.FieldChange;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records changes in their own transaction: a change whose entry cannot be written does not happen. */
@ApplicationScoped
public class AuditLog {
    private final Outbox outbox;
    private final FieldChanges fields;
    private final AccessState state;
    private final Clock clock;

    AuditLog(Outbox outbox, FieldChanges fields, AccessState state, Clock clock) {
        this.outbox = outbox;
        this.fields = fields;
        this.state = state;
        this.clock = clock;
    }

    /**
     * @param change what became of it; see there what may be handed over
     * @param by who caused it; without an actor the log attributes it to the platform
     */
    public void changed(
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            AuditSubject what,
            Difference change,
            Provenance by) {
        outbox.audit(entry(category, operation, what, by, null, fields.of(change)), by);
    }

    /** Of something of which no field is known. */
    public void changed(
            AuditEntry.Category category, AuditEntry.Operation operation, AuditSubject what, Provenance by) {
        changed(category, operation, what, Difference.none(), by);
    }

    /** An entry for a refusal. The caller writes it. */
    public AuditEntry refusal(
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            AuditSubject about,
            Provenance by,
            String reason) {
        return entry(category, operation, about, by, reason, List.of());
    }

    private AuditEntry entry(
            AuditEntry.Category category,
            AuditEntry.Operation operation,
            AuditSubject about,
            Provenance by,
            @Nullable String refused,
            List<FieldChange> changes) {
        Actor actor = by.actor();
        UUID acting = actor == null ? null : actor.tenantId();
        return new AuditEntry(
                Ids.next(),
                clock.instant(),
                category,
                operation,
                refused == null ? AuditEntry.Result.SUCCESSFUL : AuditEntry.Result.FAILED,
                about.objectId(),
                about.objectName(),
                about.tenantId(),
                actor == null ? AuditEntry.PLATFORM : actor.userId(),
                acting,
                relationship(about, acting),
                refused,
                1,
                by.clientAddress(),
                by.requestId(),
                changes);
    }

    /** The relationship that the object belongs to, or else the one in which another tenant's user acts. */
    private @Nullable UUID relationship(AuditSubject about, @Nullable UUID acting) {
        UUID owner = about.tenantId();
        if (about.relationshipId() != null || acting == null || owner == null || acting.equals(owner)) {
            return about.relationshipId();
        }
        return state.relationshipBetween(acting, owner)
                .map(RelationshipState::id)
                .orElse(null);
    }
}
