package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ServiceRights;
import io.keyholder.contracts.kafka.TopicDefinitions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Makes those of a service's topics that are missing, each with its right configuration: at the installation. What exists is
 * left as it is. One that was there and is gone has been lost: it is made anew only where that is configured, for somebody may
 * bring it back.
 */
final class TopicProvisioning implements Runnable {
    private static final Logger LOG = Logger.getLogger(TopicProvisioning.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final long SERVED_MILLIS = 20;

    private final KafkaClients kafka;
    private final Supplier<Set<Topic>> known;
    private final short replicationFactor;
    private final boolean makeLost;
    private final List<String> own;
    private volatile boolean closed;

    /**
     * @param known says which were there
     * @param makeLost whether to make those anew, too
     */
    TopicProvisioning(KafkaClients kafka, Supplier<Set<Topic>> known, short replicationFactor, boolean makeLost) {
        this.kafka = kafka;
        this.known = known;
        this.replicationFactor = replicationFactor;
        this.makeLost = makeLost;
        this.own = kafka.rights().map(ServiceRights::made).orElseGet(ServiceRights::topics);
    }

    void close() {
        closed = true;
    }

    /** Tries until Kafka answers. */
    @Override
    public void run() {
        while (!closed) {
            try {
                make();
                return;
            } catch (KafkaException e) {
                LOG.warnf("event=topics.retry reason=\"%s\"", e.getMessage());
                pause();
            }
        }
    }

    /** @throws KafkaException when Kafka does not make what is missing */
    void make() {
        try (Admin admin = kafka.admin()) {
            create(admin);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not make the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
            throw new KafkaException("Interrupted while Kafka made the topics", e);
        }
    }

    /** Who may not make topics is refused also where they exist, so only what is missing is asked for. */
    private void create(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        Set<String> lost =
                makeLost ? Set.of() : known.get().stream().map(Topic::topicName).collect(Collectors.toSet());
        CreateTopicsResult created = admin.createTopics(TopicDefinitions.all(replicationFactor).stream()
                .filter(topic -> own.contains(topic.name()))
                .filter(topic -> !existing.contains(topic.name()) && !lost.contains(topic.name()))
                .toList());
        Set<String> made = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<Void>> topic : created.values().entrySet()) {
            try {
                topic.getValue().get();
                made.add(topic.getKey());
                LOG.infof("event=topic.created name=%s", topic.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        awaitServed(admin, made);
    }

    /** A topic is made when the controller has it; that the brokers serve it comes a little later. */
    private void awaitServed(Admin admin, Set<String> topics) throws ExecutionException, InterruptedException {
        while (!closed) {
            try {
                admin.describeTopics(topics).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
            Thread.sleep(SERVED_MILLIS);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
