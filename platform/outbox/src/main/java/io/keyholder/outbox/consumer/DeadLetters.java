package io.keyholder.outbox.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Where messages go that nobody here can take, with the reason: they are counted, kept and block nobody. They are rare: a
 * producer is made for each.
 */
public final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Supplier<Producer<String, byte[]>> producers;
    private final Map<Topic, Counter> sent;

    public DeadLetters(Supplier<Producer<String, byte[]>> producers, MeterRegistry metrics) {
        this.producers = producers;
        this.sent = Arrays.stream(Topic.values())
                .filter(topic -> !topic.isDecisive())
                .collect(Collectors.toMap(topic -> topic, topic -> counter(topic, metrics)));
    }

    /** Returns once Kafka has acknowledged; throws {@link KafkaException} otherwise, and the message is tried again. */
    void send(ConsumerRecord<String, byte[]> message, String reason) {
        Topic topic = Topic.named(message.topic()).orElseThrow();
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic.deadLetters(), message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        letter.headers().add("keyholder-reason", reason.getBytes(UTF_8));
        letter.headers().add("keyholder-offset", (message.partition() + "@" + message.offset()).getBytes(UTF_8));
        try (Producer<String, byte[]> producer = producers.get()) {
            producer.send(letter).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while a dead letter was sent", e);
        } catch (ExecutionException e) {
            throw new KafkaException("A dead letter was not acknowledged", e);
        }
        Objects.requireNonNull(sent.get(topic), "Nothing of a topic that decides access is put aside")
                .increment();
        LOG.errorf("event=consumer.dead-letter topic=%s key=%s reason=\"%s\"", message.topic(), message.key(), reason);
    }

    private static Counter counter(Topic topic, MeterRegistry metrics) {
        return Counter.builder("keyholder.dead.letters")
                .tag("topic", topic.topicName())
                .description("Records that were put aside because nobody here could take them")
                .register(metrics);
    }
}
