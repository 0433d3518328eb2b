package io.keyholder.contracts.kafka;

import io.smallrye.config.ConfigMapping;
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
}
