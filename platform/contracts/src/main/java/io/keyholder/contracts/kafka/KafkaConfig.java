package io.keyholder.contracts.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Where Kafka is. */
@ConfigMapping(prefix = "keyholder.kafka")
public interface KafkaConfig {

    /** The brokers to start from: {@code host:port}, separated by commas. */
    String bootstrapServers();

    /**
     * Further properties of the Kafka clients by their own names, such as {@code security.protocol} and
     * {@code sasl.jaas.config}.
     */
    Map<String, String> client();

    /**
     * Whether to refuse to run as a user of Kafka who could write another service's topics, or administer any. The brokers are
     * asked; until they have answered, the process is not ready. Otherwise it is logged.
     */
    @WithDefault("false")
    boolean requireRestrictedUser();
}
