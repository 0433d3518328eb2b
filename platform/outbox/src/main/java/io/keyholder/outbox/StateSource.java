package io.keyholder.outbox;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.Topic;
import java.util.stream.Stream;

/** All present states of one kind of aggregate, for publishing everything anew. The owner of each topic provides one. */
public interface StateSource {

    Topic topic();

    /**
     * Called in a transaction; the stream is closed by the caller.
     *
     * @param epoch in which they are published, for a state that names another's sequence
     */
    Stream<Snapshot> all(int epoch);

    record Snapshot(AggregateState state, long version) {}
}
