package io.keyholder.outbox.consumer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes a batch in one transaction; when that fails, each record in a transaction of its own, so that one bad record does
 * not hold up its neighbours' work. A record that keeps failing is tried for ever where access depends on it, and else
 * put aside after some attempts, unless the fault lies elsewhere: then it waits, for nothing may be lost.
 */
public final class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int ATTEMPTS = 5;

    private final RecordHandling handling;
    private final ConsumedWatermarks watermarks;
    private final DeadLetters deadLetters;
    private final Map<String, Integer> attempts = new HashMap<>();

    public Deliveries(RecordHandling handling, ConsumedWatermarks watermarks, DeadLetters deadLetters) {
        this.handling = handling;
        this.watermarks = watermarks;
        this.deadLetters = deadLetters;
    }

    void deliver(List<ConsumerRecord<String, byte[]>> batch) throws DeliveryFailed {
        try {
            inTransaction(batch);
            attempts.clear();
        } catch (RuntimeException e) {
            LOG.debugf("event=consumer.batch-failed size=%d reason=\"%s\"", batch.size(), e.getMessage());
            for (ConsumerRecord<String, byte[]> message : batch) {
                deliverAlone(message);
            }
        }
    }

    private void deliverAlone(ConsumerRecord<String, byte[]> message) throws DeliveryFailed {
        try {
            inTransaction(List.of(message));
        } catch (RuntimeException e) {
            if (handling.isDecisive(message) || !isToBePutAside(message, e)) {
                throw new DeliveryFailed("A record at " + place(message) + " could not be taken", e);
            }
            deadLetters.send(message, "Failed " + ATTEMPTS + " times: " + e);
            attempts.remove(place(message));
        }
    }

    private boolean isToBePutAside(ConsumerRecord<String, byte[]> message, RuntimeException why) {
        return Fault.liesInTheRecord(why) && attempts.merge(place(message), 1, Integer::sum) >= ATTEMPTS;
    }

    private void inTransaction(List<ConsumerRecord<String, byte[]>> batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            batch.forEach(handling::take);
            handling.flush();
            watermarks.store(batch);
        });
    }

    private static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + "/" + message.partition() + "@" + message.offset();
    }
}
