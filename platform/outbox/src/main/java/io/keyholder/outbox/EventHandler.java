package io.keyholder.outbox;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Payload;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import java.util.UUID;

/**
 * Takes another service's events into tables, or acts on them. Each call runs in a transaction that is committed before
 * the record's offset is; so a record may come twice, and late: apply a state only if its sequence is newer than the
 * table's.
 *
 * @param <P> what the events carry, by which their topic is known
 */
public interface EventHandler<P extends Payload> {

    /** The class of what the events carry. */
    Class<P> payload();

    void handle(Event<P> event);

    /**
     * The end of a batch, within its transaction: a handler that collects what it is handed, to write it at once, writes
     * it here. What it collects must end with the transaction (a {@code @TransactionScoped} bean does): after a failure
     * everything is handed over anew.
     */
    default void flush() {}

    /** A tombstone: the aggregate ended long ago and may be forgotten. */
    default void forget(UUID id) {}

    /**
     * Everything that the topic's owner has, has been handed over in this epoch: what the tables have of an older one has
     * ended, and the record of its end may have been lost with a log or a database. Called again after a start.
     */
    default void forgetBefore(int epoch) {}

    /**
     * A record of a decisive topic that cannot be read, or again and again cannot be taken. It is remembered in
     * {@code unreadable_event} until a readable one of its key arrives; a handler whose tables grant something takes that back here.
     */
    default void unreadable(String key, EventContext context) {}

    /** Whether the tables have this state of the aggregate or a later one, its end included. */
    boolean has(UUID id, Sequence sequence);

    /** On which the events come. */
    default Topic topic() {
        return Topic.of(payload());
    }
}
