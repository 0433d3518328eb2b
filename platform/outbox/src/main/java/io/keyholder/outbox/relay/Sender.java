package io.keyholder.outbox.relay;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Sends and awaits acknowledgements. Every method returns only when Kafka has acknowledged all, and throws
 * {@link KafkaException} otherwise. A producer that failed is replaced, for an idempotent one does not recover from all
 * of its failures.
 */
public final class Sender implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    /** @param producers makes idempotent producers with {@code acks=all} */
    public Sender(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    void send(List<EncodedEvent> events) {
        sendAll(events.stream().map(KafkaRecords::toRecord).toList());
    }

    void sendTombstone(Topic topic, String key) {
        sendAll(List.of(new ProducerRecord<>(topic.topicName(), key, null)));
    }

    void sendWatermark(Watermark watermark, Set<Topic> topics) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (Topic topic : topics) {
            for (PartitionInfo partition : producer().partitionsFor(topic.topicName())) {
                messages.add(new ProducerRecord<>(
                        topic.topicName(), partition.partition(), watermark.key(), watermark.payload()));
            }
        }
        sendAll(messages);
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }

    private void sendAll(List<ProducerRecord<String, byte[]>> messages) {
        try {
            List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(messages.size());
            for (ProducerRecord<String, byte[]> message : messages) {
                acknowledgements.add(producer().send(message));
            }
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new KafkaException("Kafka has not acknowledged: " + rootOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while Kafka was to acknowledge", e);
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
