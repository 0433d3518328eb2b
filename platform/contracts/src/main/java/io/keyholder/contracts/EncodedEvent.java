package io.keyholder.contracts;

import java.util.Map;

/**
 * An event as it stands in an outbox row and on the wire.
 *
 * @param headers by the names of {@link EventHeaders}
 * @param payload JSON
 */
public record EncodedEvent(String topic, String key, Map<String, String> headers, String payload) {}
