package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Topic;
import io.keyholder.outbox.consumer.ConsumedProgress.NotThere;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Takes a batch in one transaction; when that fails, each partition's part in a transaction of its own, and of the part
 * that fails each record, up to the bad one. No record holds the others up for long: one that keeps failing by itself is
 * set aside after some attempts, and one that fails for the sake of the database or Kafka waits for them.
 */
public final class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 5;

    /** How many records behind one that fails are tried to learn whose fault it is. */
    private static final int WITNESSES = 10;

    /** While everything fails, as without a database, it is no use to try each part; the group waits for a poll. */
    private static final long MAX_WAIT_NANOS = 30_000_000_000L;

    private final RecordHandling handling;
    private final ConsumedWatermarks watermarks;
    private final ConsumedProgress progress;
    private final Map<String, Integer> attempts = new HashMap<>();

    /** Where each partition goes on, as the database is believed to have it. */
    private final Map<TopicPartition, Long> next = new HashMap<>();

    /** Of each topic, the epoch of which everything has been taken. */
    private final Map<Topic, Integer> complete = new EnumMap<>(Topic.class);

    public Deliveries(RecordHandling handling, ConsumedWatermarks watermarks, ConsumedProgress progress) {
        this.handling = handling;
        this.watermarks = watermarks;
        this.progress = progress;
    }

    /** From now on the partitions go on where the database has them; one that it does not name is begun. */
    void goOnAt(Map<TopicPartition, Long> stored) {
        next.clear();
        next.putAll(stored);
    }

    /**
     * @return from which offset on a partition is to be read again; empty when all was taken
     * @throws NotThere when the database does not go on where it was believed to: nothing was taken then
     */
    Map<TopicPartition, Long> deliver(ConsumerRecords<String, byte[]> batch) {
        try {
            inTransaction(inOrder(batch));
            return Map.of();
        } catch (NotThere e) {
            throw e;
        } catch (Throwable e) {
            LOG.debugf("event=consumer.batch-failed size=%d reason=\"%s\"", batch.count(), e.getMessage());
            return deliverEachPartition(batch);
        }
    }

    private Map<TopicPartition, Long> deliverEachPartition(ConsumerRecords<String, byte[]> batch) {
        long deadline = System.nanoTime() + MAX_WAIT_NANOS;
        Map<TopicPartition, Long> again = new HashMap<>();
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<String, byte[]>> part = batch.records(partition);
            OptionalLong failed = System.nanoTime() < deadline
                    ? deliverPart(part)
                    : OptionalLong.of(part.getFirst().offset());
            failed.ifPresent(offset -> again.put(partition, offset));
        }
        return again;
    }

    private OptionalLong deliverPart(List<ConsumerRecord<String, byte[]>> part) {
        try {
            inTransaction(part);
            return OptionalLong.empty();
        } catch (NotThere e) {
            throw e;
        } catch (Throwable e) {
            for (int i = 0; i < part.size(); i++) {
                if (!isDelivered(part.get(i), part.subList(i + 1, part.size()))) {
                    return OptionalLong.of(part.get(i).offset());
                }
            }
            return OptionalLong.empty();
        }
    }

    private boolean isDelivered(ConsumerRecord<String, byte[]> message, List<ConsumerRecord<String, byte[]>> behind) {
        try {
            inTransaction(List.of(message));
            return true;
        } catch (NotThere e) {
            throw e;
        } catch (Throwable e) {
            return isSetAside(message, e, behind);
        }
    }

    private boolean isSetAside(
            ConsumerRecord<String, byte[]> message, Throwable why, List<ConsumerRecord<String, byte[]>> behind) {
        int attempt = isItsOwnFault(why, behind) ? attempts.merge(place(message), 1, Integer::sum) : 0;
        LOG.warnf(
                attempt == 1 ? why : null,
                "event=consumer.retry place=%s attempt=%d reason=\"%s\"",
                place(message),
                attempt,
                Fault.reason(why));
        if (attempt < ATTEMPTS) {
            return false;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            handling.setAside(message, "Failed " + attempt + " times: " + why);
            progress.goOn(nextAfter(List.of(message)), next);
        });
        next.putAll(nextAfter(List.of(message)));
        attempts.remove(place(message));
        return true;
    }

    private boolean isItsOwnFault(Throwable why, List<ConsumerRecord<String, byte[]>> behind) {
        return switch (Fault.of(why)) {
            case OF_RECORD -> true;
            case OF_BACKEND -> false;
            case UNKNOWN ->
                behind.stream().filter(handling::isEvent).limit(WITNESSES).anyMatch(this::canBeTaken);
        };
    }

    /** Takes a record before its turn, which it may: its turn comes, and to take it again changes nothing. */
    private boolean canBeTaken(ConsumerRecord<String, byte[]> message) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                handling.take(message);
                handling.flush();
            });
            return true;
        } catch (Throwable e) {
            return false;
        }
    }

    private void inTransaction(List<ConsumerRecord<String, byte[]>> batch) {
        Map<TopicPartition, Long> after = nextAfter(batch);
        Map<Topic, Integer> begun = new EnumMap<>(Topic.class);
        QuarkusTransaction.requiringNew().run(() -> {
            progress.goOn(after, next);
            batch.forEach(handling::take);
            handling.flush();
            watermarks.store(batch).forEach((topic, epoch) -> {
                if (epoch > complete.getOrDefault(topic, 0)) {
                    handling.forgetBefore(topic, epoch);
                    begun.put(topic, epoch);
                }
            });
        });
        next.putAll(after);
        complete.putAll(begun);
        if (!attempts.isEmpty()) {
            batch.forEach(message -> attempts.remove(place(message)));
        }
    }

    private static Map<TopicPartition, Long> nextAfter(List<ConsumerRecord<String, byte[]>> batch) {
        Map<TopicPartition, Long> next = new HashMap<>();
        batch.forEach(message -> next.put(ConsumedProgress.partitionOf(message), message.offset() + 1));
        return next;
    }

    /** Each partition in its own order; between partitions there is none. */
    private static List<ConsumerRecord<String, byte[]>> inOrder(ConsumerRecords<String, byte[]> batch) {
        return batch.partitions().stream()
                .flatMap(partition -> batch.records(partition).stream())
                .toList();
    }

    private static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + "/" + message.partition() + "@" + message.offset();
    }
}
