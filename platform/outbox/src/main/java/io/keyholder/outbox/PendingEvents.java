package io.keyholder.outbox;

import io.keyholder.contracts.EncodedEvent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/** One transaction's events until it ends: written just before the commit, announced to the relay just after. */
final class PendingEvents implements Synchronization {
    private final OutboxTable table;
    private final CommitSignal signal;
    private final List<EncodedEvent> events = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Written> ended = new ArrayList<>();

    PendingEvents(OutboxTable table, CommitSignal signal) {
        this.table = table;
        this.signal = signal;
    }

    void add(Written what, EncodedEvent event) {
        written.add(what);
        events.add(event);
    }

    void addEnded(Written what) {
        ended.add(what);
    }

    void expect(Written what) {
        written.add(what);
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    @Override
    public void beforeCompletion() {
        table.insert(events);
        table.insertEnded(ended);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED && !events.isEmpty()) {
            signal.committed();
        }
    }
}
