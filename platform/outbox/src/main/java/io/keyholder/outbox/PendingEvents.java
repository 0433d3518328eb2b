package io.keyholder.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;

/** One transaction's events until it ends: written just before the commit, announced to the relay just after. */
final class PendingEvents implements Synchronization {
    /** Leaves room for key and headers. */
    private static final int LARGEST_PAYLOAD = Topic.LARGEST_RECORD - 256 * 1024;

    /** A statement holds all it writes several times over: an import's twenty thousand events are not for one. */
    private static final int AT_ONCE = 1_000;

    private final OutboxTable table;
    private final CommitSignal signal;
    private final OutboxEpoch epochs;
    private final int epoch;
    private final List<EncodedEvent> events = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Written> ended = new ArrayList<>();
    private boolean closed;

    /** @throws OutboxUnavailable while the epoch is not known */
    PendingEvents(OutboxTable table, CommitSignal signal, OutboxEpoch epochs) {
        this.table = table;
        this.signal = signal;
        this.epochs = epochs;
        this.epoch = epochs.current();
    }

    /** In which all of the transaction's events are made. */
    int epoch() {
        return epoch;
    }

    /**
     * @throws IllegalStateException when it comes too late to be written, or is so large that Kafka would not take it, and
     *     nothing after it either
     */
    void add(Written what, EncodedEvent event) {
        if (closed) {
            throw new IllegalStateException("The transaction is ending: its events have been written");
        }
        if (event.payload().length() > LARGEST_PAYLOAD || event.payload().getBytes(UTF_8).length > LARGEST_PAYLOAD) {
            throw new IllegalStateException("An event of " + what.topic().topicName() + " is too large to be sent");
        }
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
        closed = true;
        try {
            for (int from = 0; from < events.size(); from += AT_ONCE) {
                table.insert(events.subList(from, Math.min(from + AT_ONCE, events.size())), epoch);
            }
        } catch (OutboxUnavailable e) {
            epochs.forget();
            throw e;
        }
        table.insertEnded(ended);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED && !events.isEmpty()) {
            signal.committed();
        }
    }
}
