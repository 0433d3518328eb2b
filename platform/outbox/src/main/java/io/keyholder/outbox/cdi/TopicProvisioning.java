package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ServiceRights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the topics that are missing, each with its right configuration. Where Kafka lets it, a service makes all of them, so
 * that none has to start before another; else each makes its own. What exists is left as it is.
 */
final class TopicProvisioning implements Runnable {
    private static final Logger LOG = Logger.getLogger(TopicProvisioning.class);
    private static final int DEAD_LETTER_PARTITIONS = 1;
    private static final long RETRY_MILLIS = 1_000;
    private static final long SERVED_MILLIS = 20;

    private final KafkaClients kafka;
    private final short replicationFactor;
    private final List<String> own;
    private volatile boolean closed;

    TopicProvisioning(KafkaClients kafka, short replicationFactor) {
        this.kafka = kafka;
        this.replicationFactor = replicationFactor;
        this.own = kafka.rights().map(ServiceRights::made).orElse(List.of());
    }

    void close() {
        closed = true;
    }

    /** Tries until Kafka answers. */
    @Override
    public void run() {
        while (!closed) {
            try (Admin admin = kafka.admin()) {
                create(admin);
                return;
            } catch (KafkaException | ExecutionException e) {
                LOG.warnf("event=topics.retry reason=\"%s\"", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Who may not make topics is refused also where they exist, so only what is missing is asked for. */
    private void create(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        CreateTopicsResult created = admin.createTopics(wanted().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList());
        Set<String> made = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<Void>> topic : created.values().entrySet()) {
            try {
                topic.getValue().get();
                made.add(topic.getKey());
                LOG.infof("event=topic.created name=%s", topic.getKey());
            } catch (ExecutionException e) {
                if (!isAnothersTask(topic.getKey(), e.getCause())) {
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

    private boolean isAnothersTask(String topic, @Nullable Throwable refusal) {
        return refusal instanceof TopicExistsException
                || (refusal instanceof TopicAuthorizationException && !own.contains(topic));
    }

    private List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), Topic.PARTITIONS, replicationFactor)
                    .configs(topic.configuration()));
            if (!topic.isDecisive()) {
                topics.add(new NewTopic(topic.deadLetters(), DEAD_LETTER_PARTITIONS, replicationFactor)
                        .configs(Topic.deadLettersConfiguration()));
            }
        }
        return topics;
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
