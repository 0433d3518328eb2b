package io.keyholder.outbox.consumer;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Commits offsets once a second, for whoever looks at the group: nobody here goes on by them. For one thread. */
final class OffsetCommits {
    private static final Logger LOG = Logger.getLogger(OffsetCommits.class);
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private boolean uncommitted;
    private long committedAt = System.nanoTime();

    /** There is something to commit. */
    void expect() {
        uncommitted = true;
    }

    void commitDue(Consumer<?, ?> consumer) {
        if (uncommitted && System.nanoTime() - committedAt >= INTERVAL) {
            consumer.commitAsync(this::committed);
            committedAt = System.nanoTime();
            uncommitted = false;
        }
    }

    /** Kafka may have nobody who knows the group, or an earlier release of this service may still be a member of it. */
    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        if (failure != null) {
            LOG.debugf("event=consumer.not-committed reason=\"%s\"", failure.getMessage());
            uncommitted = true;
        }
    }
}
