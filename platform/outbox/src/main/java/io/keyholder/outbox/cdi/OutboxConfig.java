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
     * The epoch in which the service publishes at least. It rises by itself when the database is found to be older than what
     * is on the topics, or a topic to have lost something. Set it higher than it is (the metric
     * {@code keyholder_outbox_epoch} says) to publish everything anew at the next start.
     */
    @WithDefault("1")
    int epoch();

    /**
     * Whether a database in which there is nothing may be used beside topics on which there is something: everything on them
     * is then published as ended. Otherwise the service ends, for the database is likely to be the wrong one.
     */
    @WithDefault("false")
    boolean acceptEmpty();

    /**
     * Whether topics that were there and are gone are made anew, and everything published on them again. Otherwise that waits
     * for somebody to bring them back, or to make them.
     */
    @WithDefault("false")
    boolean makeLostTopics();

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
