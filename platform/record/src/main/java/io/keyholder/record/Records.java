package io.keyholder.record;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one kind of aggregate is stored, published and logged: the one place that says so.
 *
 * @param <A> the aggregate
 */
public abstract class Records<A extends Aggregate> implements StateSource {
    private final Topic topic;
    private final AuditEntry.Category category;

    /** @param category under which the audit log has it */
    protected Records(Topic topic, AuditEntry.Category category) {
        this.topic = topic;
        this.category = category;
    }

    /** What others learn of it. */
    protected abstract AggregateState state(A aggregate);

    /** Whose log it goes to, under which id and name. */
    public abstract AuditSubject subject(A aggregate);

    /** What the log shows of it: anything that can be written as JSON. */
    protected Object shown(A aggregate) {
        return state(aggregate);
    }

    /** What the log has of a change: of most aggregates one entry. */
    protected List<LogEntry> entries(Changed<A> change) {
        Difference difference = new Difference(
                change.before().map(this::shown).orElse(null),
                change.removed() ? null : shown(change.after()),
                change.lists());
        return List.of(new LogEntry(category, change.operation(), subject(change.after()), difference));
    }

    /** Stores changes in the present transaction, in as few statements as they take. */
    protected abstract void store(List<Changed<A>> changes);

    /** Every aggregate's current state. The stream is closed by the caller. */
    protected abstract Stream<Snapshot> snapshots();

    protected final Snapshot snapshot(A aggregate) {
        return new Snapshot(state(aggregate), aggregate.version());
    }

    @Override
    public final Topic topic() {
        return topic;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return snapshots();
    }
}
