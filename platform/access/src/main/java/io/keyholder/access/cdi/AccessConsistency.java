package io.keyholder.access.cdi;

import io.keyholder.access.projection.AccessProjection;
import io.keyholder.access.projection.Watermarks;
import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a consistency token awaits of the projection. */
@ApplicationScoped
class AccessConsistency implements ConsistencyView {
    private final AccessProjection projection;
    private final Watermarks watermarks;
    private final AccessConfig config;

    AccessConsistency(AccessProjection projection, Watermarks watermarks, AccessConfig config) {
        this.projection = projection;
        this.watermarks = watermarks;
        this.config = config;
    }

    @Override
    public Set<Topic> topics() {
        return config.topics();
    }

    @Override
    public boolean has(Topic topic, UUID aggregateId, Sequence sequence) {
        return projection.has(topic, aggregateId, sequence);
    }

    @Override
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        return watermarks.hasEverythingBefore(topic, time);
    }
}
