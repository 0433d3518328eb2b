package io.keyholder.outbox.consumer;

import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.EventContext;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Payload;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.outbox.EventHandler;
import io.keyholder.telemetry.MessageSpans;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Takes one record within the caller's transaction: to its handlers, or, when it cannot be read, to where it is known. */
public final class RecordHandling {
    private static final Logger LOG = Logger.getLogger(RecordHandling.class);

    private final List<EventHandler<?>> handlers;
    private final UnreadableEvents unreadable;
    private final DeadLetters deadLetters;
    private final MessageSpans spans;

    public RecordHandling(
            List<EventHandler<?>> handlers, UnreadableEvents unreadable, DeadLetters deadLetters, MessageSpans spans) {
        this.handlers = List.copyOf(handlers);
        this.unreadable = unreadable;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    /** Whether it carries an event, and is no tombstone and no watermark. */
    boolean isEvent(ConsumerRecord<String, byte[]> message) {
        return message.value() != null && !Watermark.isWatermark(keyOf(message));
    }

    void take(ConsumerRecord<String, byte[]> message) {
        Topic topic = topicOf(message);
        String key = keyOf(message);
        if (Watermark.isWatermark(key)) {
            return;
        }
        if (message.value() == null) {
            Ids.parse(key).ifPresent(id -> of(topic).forEach(handler -> handler.forget(id)));
            unreadable.release(topic, key);
            return;
        }
        try {
            Event<?> event = KafkaRecords.decode(topic, message);
            spans.processing(message, () -> of(topic).forEach(handler -> handle(handler, event)));
            unreadable.release(topic, key);
        } catch (UnreadableEvent e) {
            setAside(message, String.valueOf(e.getMessage()));
        }
    }

    /** Ends a batch: what handlers have collected of it is written before its transaction commits. */
    void flush() {
        handlers.forEach(EventHandler::flush);
    }

    /** Everything that a topic's owner has, has been handed over in this epoch. */
    void forgetBefore(Topic topic, int epoch) {
        of(topic).forEach(handler -> handler.forgetBefore(epoch));
    }

    private static <P extends Payload> void handle(EventHandler<P> handler, Event<?> event) {
        handler.handle(event.of(handler.payload()));
    }

    /**
     * Goes on without a record that cannot be read, or cannot be stored: where access depends on it, what it concerns is
     * denied until a readable one of its key arrives; else it becomes a dead letter.
     */
    void setAside(ConsumerRecord<String, byte[]> message, String reason) {
        Topic topic = topicOf(message);
        String key = keyOf(message);
        LOG.errorf(
                "event=consumer.unreadable topic=%s partition=%d offset=%d key=%s reason=\"%s\"",
                message.topic(), message.partition(), message.offset(), key, reason);
        EventContext context = contextOf(key, message);
        of(topic).forEach(handler -> handler.unreadable(key, context));
        if (topic.isDecisive()) {
            unreadable.add(topic, key, context, reason);
        } else {
            deadLetters.send(message, reason);
        }
    }

    /** Whose state a record replaces, its key says; where that cannot be read, the headers prove nothing. */
    private static EventContext contextOf(String key, ConsumerRecord<String, byte[]> message) {
        return Ids.parse(key).isPresent()
                ? EventCodec.contextOf(KafkaRecords.headersOf(message))
                : new EventContext(null, null);
    }

    private List<EventHandler<?>> of(Topic topic) {
        return handlers.stream().filter(handler -> handler.topic() == topic).toList();
    }

    private static String keyOf(ConsumerRecord<String, byte[]> message) {
        return message.key() == null ? "" : message.key();
    }

    private static Topic topicOf(ConsumerRecord<?, ?> message) {
        return Topic.named(message.topic()).orElseThrow();
    }
}
