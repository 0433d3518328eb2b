package io.keyholder.outbox.relay;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.telemetry.MessageSpans;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends and awaits acknowledgements. Every method returns only when Kafka has acknowledged all, and throws
 * {@link KafkaException} otherwise.
 *
 * <p>While Kafka is away it waits, with one and the same producer, for as long as its {@link Vigil} lets it. It must not
 * give up by itself and send again: what the first producer had on its way could then arrive after what the second one
 * sent, an older state after a newer one, and the older is what a compacted topic would keep.
 */
public final class Sender implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Asked again and again while an acknowledgement is awaited; ends the waiting by an exception. */
    @FunctionalInterface
    interface Vigil {
        void keep() throws SQLException;
    }

    private final Supplier<Producer<String, byte[]>> producers;
    private final MessageSpans spans;
    private @Nullable Producer<String, byte[]> producer;

    /** @param producers makes idempotent producers with {@code acks=all} that never give up a record by themselves */
    public Sender(Supplier<Producer<String, byte[]>> producers, MessageSpans spans) {
        this.producers = producers;
        this.spans = spans;
    }

    /**
     * @param refused the places in the list of those that Kafka refuses for their own sake, however often they are sent
     * @param records where all others were put, by their places
     */
    record Sent(Set<Integer> refused, Map<Integer, RecordMetadata> records) {

        RecordMetadata at(int place) {
            return Objects.requireNonNull(records.get(place));
        }
    }

    Sent send(List<EncodedEvent> events, Vigil vigil) throws SQLException {
        // Asked for first: a topic that is not known now fails here, before anything of the batch is on its way.
        events.stream().map(EncodedEvent::topic).distinct().forEach(producer()::partitionsFor);
        List<ProducerRecord<String, byte[]>> messages =
                events.stream().map(KafkaRecords::toRecord).toList();
        try (MessageSpans.Sending sending = spans.sending(messages)) {
            Sent sent = sendAll(messages, vigil);
            sending.acknowledged();
            return sent;
        }
    }

    void sendTombstones(Topic topic, List<String> keys, Vigil vigil) throws SQLException {
        sendAll(
                keys.stream()
                        .map(key -> new ProducerRecord<String, byte[]>(topic.topicName(), key, null))
                        .toList(),
                vigil);
    }

    /** @param watermarks by the topic on each of whose partitions one is put */
    Sent sendWatermarks(Map<Topic, Watermark> watermarks, Vigil vigil) throws SQLException {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        watermarks.forEach((topic, watermark) -> {
            for (PartitionInfo partition : producer().partitionsFor(topic.topicName())) {
                messages.add(new ProducerRecord<>(
                        topic.topicName(), partition.partition(), watermark.key(), watermark.payload()));
            }
        });
        return sendAll(messages, vigil);
    }

    /** Drops what is not yet on its way. The next send begins with a new producer. */
    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Sent sendAll(List<ProducerRecord<String, byte[]>> messages, Vigil vigil) throws SQLException {
        boolean acknowledged = false;
        Set<Integer> refused = new HashSet<>();
        Map<Integer, RecordMetadata> records = new HashMap<>();
        try {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(messages.size());
            for (ProducerRecord<String, byte[]> message : messages) {
                acknowledgements.add(producer().send(message));
            }
            for (int place = 0; place < acknowledgements.size(); place++) {
                if (isAcknowledged(acknowledgements.get(place), vigil)) {
                    records.put(place, acknowledgements.get(place).get());
                } else {
                    refused.add(place);
                }
            }
            acknowledged = true;
            return new Sent(refused, records);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka has not acknowledged: " + rootOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was to acknowledge", e);
        } finally {
            if (!acknowledged) {
                close();
            }
        }
    }

    /** False: it is too large or otherwise not to be taken, and what was sent with it is not affected. */
    private static boolean isAcknowledged(Future<RecordMetadata> acknowledgement, Vigil vigil)
            throws ExecutionException, InterruptedException, SQLException {
        try {
            await(acknowledgement, vigil);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof InvalidRecordException) {
                return false;
            }
            throw e;
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement, Vigil vigil)
            throws ExecutionException, InterruptedException, SQLException {
        while (true) {
            try {
                acknowledgement.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillWaiting) {
                vigil.keep();
            }
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    private static Throwable rootOf(Exception e) {
        return e.getCause() == null ? e : e.getCause();
    }
}
