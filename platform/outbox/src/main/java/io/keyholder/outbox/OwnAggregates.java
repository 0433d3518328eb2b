package io.keyholder.outbox;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What a consistency token awaits of aggregates at their own owner, which derives them from other services' events. */
public abstract class OwnAggregates implements ConsistencyView {
    private final Topic topic;
    private final OutboxEpoch epoch;

    protected OwnAggregates(Topic topic, OutboxEpoch epoch) {
        this.topic = topic;
        this.epoch = epoch;
    }

    /** The version of the aggregate, empty where there is none. Called in a transaction. */
    protected abstract OptionalLong version(UUID id);

    @Override
    public Set<Topic> topics() {
        return Set.of(topic);
    }

    /** What was said in an earlier epoch and is not here has been lost with a database: nobody need wait for it. */
    @Override
    public boolean has(Topic asked, UUID id, Sequence sequence) {
        OptionalLong version = QuarkusTransaction.requiringNew().call(() -> version(id));
        return version.isPresent() && version.getAsLong() >= sequence.version() || sequence.isBefore(epoch.current());
    }

    /** The owner has what it committed. */
    @Override
    public boolean hasEverythingBefore(Topic asked, String source, Instant time) {
        return true;
    }
}
