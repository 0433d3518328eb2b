package io.keyholder.contracts.kafka;

import java.util.Map;

/** A Kafka that is known without a service's configuration, to tools and tests. */
public record KafkaAddress(String bootstrapServers, Map<String, String> client) implements KafkaConfig {

    public KafkaAddress {
        client = Map.copyOf(client);
    }

    /** One that asks nobody who they are. */
    public KafkaAddress(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    @Override
    public boolean requireRestrictedUser() {
        return false;
    }
}
