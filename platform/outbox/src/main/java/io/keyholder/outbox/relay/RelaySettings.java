package io.keyholder.outbox.relay;

import io.keyholder.contracts.Topic;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * @param source the service's name
 * @param epoch in which the service publishes at least; when it is higher than the database's, everything is published anew
 * @param acceptEmpty whether an empty database may say that everything on the topics has ended
 * @param stateTopics the topics this service owns, on which it sends watermarks
 * @param watermarkInterval how often, at least, it says that all is on the topics
 * @param pollInterval how long, at most, an event that no signal announced waits
 * @param batchSize how many events are sent before their acknowledgements are awaited
 * @param keepEnded how long the last state of an ended aggregate stays on its topic before the tombstone
 */
public record RelaySettings(
        String source,
        int epoch,
        boolean acceptEmpty,
        Set<Topic> stateTopics,
        Duration watermarkInterval,
        Duration pollInterval,
        int batchSize,
        Duration keepEnded) {

    /** All topics on which the service writes: its own, and the audit log. */
    public Set<Topic> topics() {
        Set<Topic> topics = EnumSet.of(Topic.AUDIT);
        topics.addAll(stateTopics);
        return topics;
    }
}
