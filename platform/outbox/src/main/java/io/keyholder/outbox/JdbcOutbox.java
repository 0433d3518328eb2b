package io.keyholder.outbox;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.EventType;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Payload;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Collects a transaction's events and writes them in one statement as it ends. */
public final class JdbcOutbox implements Outbox {
    private final TransactionSynchronizationRegistry transactions;
    private final OutboxTable table;
    private final CommitSignal signal;
    private final Clock clock;
    private final String source;
    private final OutboxEpoch epochs;

    /** @param source the service's name, as {@code ce_source} says it */
    public JdbcOutbox(
            TransactionSynchronizationRegistry transactions,
            OutboxTable table,
            CommitSignal signal,
            Clock clock,
            String source,
            OutboxEpoch epochs) {
        this.transactions = transactions;
        this.table = table;
        this.signal = signal;
        this.clock = clock;
        this.source = source;
        this.epochs = epochs;
    }

    @Override
    public void append(EventType type, AggregateState state, long version, Provenance by) {
        Topic topic = Objects.requireNonNull(type.topic(), "The type of an appended event has a topic");
        PendingEvents pending = pending();
        Sequence sequence = new Sequence(pending.epoch(), version);
        pending.add(
                new Written(topic, state.id(), sequence), EventCodec.encode(topic, event(type, sequence, state, by)));
        if (state.isEnded()) {
            pending.addEnded(new Written(topic, state.id(), sequence));
        }
    }

    @Override
    public void audit(AuditEntry entry, Provenance by) {
        PendingEvents pending = pending();
        Sequence sequence = new Sequence(pending.epoch(), 1);
        pending.add(
                new Written(Topic.AUDIT, entry.id(), sequence),
                EventCodec.encode(Topic.AUDIT, event(EventType.AUDIT_RECORDED, sequence, entry, by)));
    }

    @Override
    public void expect(Topic topic, UUID id, long version) {
        pending().expect(new Written(topic, id, Sequence.anyEpoch(version)));
    }

    @Override
    public List<Written> written() {
        return pending().written();
    }

    private Event<?> event(EventType type, Sequence sequence, Payload data, Provenance by) {
        return new Event<>(
                Ids.next(),
                type.ceType(),
                source,
                clock.instant(),
                sequence,
                EventContext.of(data),
                by.actor(),
                by.traceparent(),
                data);
    }

    private PendingEvents pending() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Events are appended in the transaction of their change");
        }
        if (transactions.getResource(PendingEvents.class) instanceof PendingEvents pending) {
            return pending;
        }
        PendingEvents pending = new PendingEvents(table, signal, epochs);
        transactions.putResource(PendingEvents.class, pending);
        transactions.registerInterposedSynchronization(pending);
        return pending;
    }
}
