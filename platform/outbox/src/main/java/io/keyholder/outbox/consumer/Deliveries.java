package io.keyholder.outbox.consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
 * that fails each record, up to the bad one: so that it holds up nobody but those behind it on its partition. A record
 * that keeps failing is tried for ever where access depends on it, and else put aside after some attempts, unless the
 * fault lies elsewhere: then it waits, for nothing may be lost.
 */
public final class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 5;

    /** While everything fails, as without a database, it is no use to try each part; the group waits for a poll. */
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final RecordHandling handling;
    private final ConsumedWatermarks watermarks;
    private final DeadLetters deadLetters;
    private final Map<String, Integer> attempts = new HashMap<>();

    public Deliveries(RecordHandling handling, ConsumedWatermarks watermarks, DeadLetters deadLetters) {
        this.handling = handling;
        this.watermarks = watermarks;
        this.deadLetters = deadLetters;
    }

    /** @return from which offset on a partition is to be read again; empty when all was taken */
    Map<TopicPartition, Long> deliver(ConsumerRecords<String, byte[]> batch) {
        try {
            inTransaction(inOrder(batch));
            return Map.of();
        } catch (RuntimeException e) {
            LOG.debugf("event=consumer.batch-failed size=%d reason=\"%s\"", batch.count(), e.getMessage());
            return deliverEachPartition(batch);
        }
    }

    private Map<TopicPartition, Long> deliverEachPartition(ConsumerRecords<String, byte[]> batch) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
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
        } catch (RuntimeException e) {
            return part.stream()
                    .filter(message -> !isDelivered(message))
                    .mapToLong(ConsumerRecord::offset)
                    .findFirst();
        }
    }

    private boolean isDelivered(ConsumerRecord<String, byte[]> message) {
        try {
            inTransaction(List.of(message));
            return true;
        } catch (RuntimeException e) {
            return isPutAside(message, e);
        }
    }

    private boolean isPutAside(ConsumerRecord<String, byte[]> message, RuntimeException why) {
        int attempt = Fault.liesInTheRecord(why) ? attempts.merge(place(message), 1, Integer::sum) : 0;
        LOG.warnf(
                attempt == 1 ? why : null,
                "event=consumer.retry place=%s attempt=%d reason=\"%s\"",
                place(message),
                attempt,
                why.getMessage());
        if (handling.isDecisive(message) || attempt < ATTEMPTS) {
            return false;
        }
        deadLetters.send(message, "Failed " + attempt + " times: " + why);
        attempts.remove(place(message));
        return true;
    }

    private void inTransaction(List<ConsumerRecord<String, byte[]>> batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            batch.forEach(handling::take);
            handling.flush();
            watermarks.store(batch);
        });
        if (!attempts.isEmpty()) {
            batch.forEach(message -> attempts.remove(place(message)));
        }
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
