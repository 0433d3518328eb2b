package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How a service's events get to Kafka, and others' events into its tables. */
@ConfigMapping(prefix = "keyholder.outbox")
public interface OutboxConfig {

    /** The state topics this service owns. Set by each service, not by who runs it. */
    Optional<Set<Topic>> topics();

    /**
     * The epoch in which the service publishes. Raise it by one after the database was restored from a backup: at the next
     * start everything is published anew, and wins over what was published after the backup was made.
     */
    @WithDefault("1")
    int epoch();

    /** How often, at least, the relay proves to the other services that they have heard everything. */
    @WithDefault("1S")
    Duration watermarkInterval();

    /** How long an event waits at most when the signal for it was lost. */
    @WithDefault("1S")
    Duration pollInterval();

    /** How many events are sent before their acknowledgements are awaited. */
    @WithDefault("500")
    int batchSize();

    /** How long the last state of something that ended stays on its topic before it may be forgotten. */
    @WithDefault("30D")
    Duration keepEnded();

    /** How many brokers keep each partition of the topics this service makes. */
    @WithDefault("1")
    short replicationFactor();
}
