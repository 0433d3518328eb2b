package io.keyholder.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.contracts.EncodedEvent;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.EventCodec;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Events to and from Kafka's records, whose keys are texts and whose values are bytes. */
public final class KafkaRecords {

    private KafkaRecords() {}

    public static ProducerRecord<String, byte[]> toRecord(EncodedEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.topic(), event.key(), event.payload().getBytes(UTF_8));
        event.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    /** The last value of each header. */
    public static Map<String, String> headersOf(ConsumerRecord<?, ?> message) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return headers;
    }

    /** @throws UnreadableEvent when anything about it is not understood */
    public static Event<?> decode(Topic topic, ConsumerRecord<String, byte[]> message) throws UnreadableEvent {
        return EventCodec.decode(topic, message.key(), headersOf(message), message.value());
    }
}
