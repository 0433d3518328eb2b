package io.keyholder.outbox.consumer;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.EventHandler;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a consistency token awaits of the tables that this service's handlers fill. */
public final class ConsumedTables implements ConsistencyView {
    private final List<EventHandler<?>> handlers;
    private final ConsumedWatermarks watermarks;

    public ConsumedTables(List<EventHandler<?>> handlers, ConsumedWatermarks watermarks) {
        this.handlers = List.copyOf(handlers);
        this.watermarks = watermarks;
    }

    @Override
    public Set<Topic> topics() {
        return handlers.stream().map(EventHandler::topic).collect(Collectors.toSet());
    }

    @Override
    public boolean has(Topic topic, UUID aggregateId, Sequence sequence) {
        return handlers.stream()
                        .filter(handler -> handler.topic() == topic)
                        .allMatch(handler -> handler.has(aggregateId, sequence))
                || sequence.isBefore(watermarks.epoch(topic));
    }

    @Override
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        return watermarks.hasEverythingBefore(topic, source, time);
    }
}
