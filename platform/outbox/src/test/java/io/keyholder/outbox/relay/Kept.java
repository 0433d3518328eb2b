package io.keyholder.outbox.relay;

import io.keyholder.contracts.AggregateState;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the database of the application under test has, as far as it is told. */
@ApplicationScoped
class Kept implements StateSource {
    private final List<Snapshot> states = new CopyOnWriteArrayList<>();

    void only(AggregateState state, long version) {
        states.clear();
        states.add(new Snapshot(state, version));
    }

    void nothing() {
        states.clear();
    }

    @Override
    public Topic topic() {
        return Topic.RELATIONSHIPS;
    }

    @Override
    public Stream<Snapshot> all(int epoch) {
        return states.stream();
    }
}
