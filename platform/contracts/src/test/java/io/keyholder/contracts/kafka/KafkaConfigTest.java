package io.keyholder.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {
    private static final int ENVIRONMENT = 300;

    @Test
    void shouldTakeTheClientsPropertiesFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                "KEYHOLDER_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL",
                "KEYHOLDER_KAFKA_CLIENT_SASL_JAAS_CONFIG", "ScramLoginModule required;");

        KafkaConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, ENVIRONMENT))
                .withMapping(KafkaConfig.class)
                .build()
                .getConfigMapping(KafkaConfig.class);

        assertThat(config.client())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "ScramLoginModule required;"));
    }
}
