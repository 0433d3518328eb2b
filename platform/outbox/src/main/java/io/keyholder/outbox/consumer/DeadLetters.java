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
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Where messages go that nobody here can take, with the reason: they are counted, kept and block nobody. They are rare: a
 * producer is made for each.
 */
public final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private static final int LONGEST = 1_000;

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
        try (Producer<String, byte[]> producer = producers.get()) {
            if (!isTaken(producer, letter(topic, message, reason))) {
                producer.send(withoutContent(topic, message, reason)).get();
            }
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

    /** False: with what is said of it, it is larger than Kafka takes. */
    private static boolean isTaken(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> letter)
            throws InterruptedException, ExecutionException {
        try {
            producer.send(letter).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                return false;
            }
            throw e;
        }
    }

    private static ProducerRecord<String, byte[]> letter(
            Topic topic, ConsumerRecord<String, byte[]> message, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic.deadLetters(), message.key(), message.value());
        message.headers().forEach(letter.headers()::add);
        return explained(letter, message, reason);
    }

    /** Where the whole record stands, the letter says. */
    private static ProducerRecord<String, byte[]> withoutContent(
            Topic topic, ConsumerRecord<String, byte[]> message, String reason) {
        String key = message.key() == null ? null : shortened(message.key());
        return explained(
                new ProducerRecord<>(topic.deadLetters(), key, new byte[0]),
                message,
                "Too large to be kept. " + reason);
    }

    private static ProducerRecord<String, byte[]> explained(
            ProducerRecord<String, byte[]> letter, ConsumerRecord<?, ?> message, String reason) {
        letter.headers().add("keyholder-reason", shortened(reason).getBytes(UTF_8));
        letter.headers().add("keyholder-offset", (message.partition() + "@" + message.offset()).getBytes(UTF_8));
        return letter;
    }

    /** So much of a text as serves to find the cause. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static Counter counter(Topic topic, MeterRegistry metrics) {
        return Counter.builder("keyholder.dead.letters")
                .tag("topic", topic.topicName())
                .description("Records that were put aside because nobody here could take them")
                .register(metrics);
    }
}
