package io.keyholder.web.sample;

import io.keyholder.contracts.ConsistencyView;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A view of rooms that has seen as much as a test says. */
@ApplicationScoped
public class SeenRooms implements ConsistencyView {
    private volatile boolean everything = true;

    public void lag() {
        everything = false;
    }

    public void catchUp() {
        everything = true;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ROOMS);
    }

    @Override
    public boolean has(Topic topic, UUID aggregateId, Sequence sequence) {
        return everything;
    }

    @Override
    public boolean hasEverythingBefore(Topic topic, String source, Instant time) {
        return everything;
    }
}
