package io.keyholder.outbox;

import io.keyholder.contracts.Aggregate;
import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What a consistency token awaits of aggregates at their own owner, which derives them from other services' events. */
public abstract class OwnAggregates implements ConsistencyView {
    private final Topic topic;
    private final OutboxEpoch epoch;
    private final Function<UUID, ? extends Optional<? extends Aggregate>> store;

    /** @param store is asked in a transaction, and empty where there is no such aggregate */
    protected OwnAggregates(
            Topic topic, OutboxEpoch epoch, Function<UUID, ? extends Optional<? extends Aggregate>> store) {
        this.topic = topic;
        this.epoch = epoch;
        this.store = store;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(topic);
    }

    /** What was said in an earlier epoch and is not here has been lost with a database: nobody need wait for it. */
    @Override
    public boolean has(Topic asked, UUID id, Sequence sequence) {
        Optional<? extends Aggregate> stored = QuarkusTransaction.requiringNew().call(() -> store.apply(id));
        return stored.filter(own -> own.version() >= sequence.version()).isPresent()
                || sequence.isBefore(epoch.current());
    }

    /** The owner has what it committed. */
    @Override
    public boolean hasEverythingBefore(Topic asked, String source, Instant time) {
        return true;
    }
}
