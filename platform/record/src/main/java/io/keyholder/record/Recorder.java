package io.keyholder.record;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.AggregateState;
import io.keyholder.outbox.Outbox;
import io.keyholder.outbox.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out what models decide, in the caller's transaction: stores it, publishes it and writes it into the audit log. */
@ApplicationScoped
public class Recorder {
    private final Outbox outbox;
    private final AuditLog log;

    Recorder(Outbox outbox, AuditLog log) {
        this.outbox = outbox;
        this.log = log;
    }

    /** Records a change; of anything else there is nothing to record. */
    public <A extends Aggregate> Outcome<A> record(Outcome<A> outcome, Records<A> records, Provenance by) {
        if (outcome instanceof Changed<A> change) {
            recordAll(List.of(change), records, by);
        }
        return outcome;
    }

    /** The same for many at once, of different aggregates. */
    public <A extends Aggregate> void recordAll(List<Changed<A>> changes, Records<A> records, Provenance by) {
        publishAll(changes, records, by);
        changes.stream()
                .flatMap(change -> records.entries(change).stream())
                .forEach(
                        entry -> log.changed(entry.category(), entry.operation(), entry.subject(), entry.change(), by));
    }

    /** Stores and publishes what the platform provides by itself: nothing that anybody did, and so not for the log. */
    public <A extends Aggregate> void publish(Changed<A> change, Records<A> records, Provenance by) {
        publishAll(List.of(change), records, by);
    }

    private <A extends Aggregate> void publishAll(List<Changed<A>> changes, Records<A> records, Provenance by) {
        if (changes.isEmpty()) {
            return;
        }
        records.store(changes);
        changes.forEach(change -> {
            AggregateState state = records.state(change.after());
            outbox.append(
                    change.event(),
                    change.removed() ? state.ended() : state,
                    change.after().version(),
                    by);
        });
    }
}
