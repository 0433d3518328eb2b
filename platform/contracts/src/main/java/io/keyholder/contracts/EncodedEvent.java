package io.keyholder.contracts;

import java.util.HashMap;
import java.util.Map;

/**
 * An event as it stands in an outbox row and on the wire.
 *
 * @param headers by the names of {@link EventHeaders}
 * @param payload JSON
 */
public record EncodedEvent(String topic, String key, Map<String, String> headers, String payload) {

    /** The same with one header more, or with another value of it. */
    public EncodedEvent with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new EncodedEvent(topic, key, all, payload);
    }
}
