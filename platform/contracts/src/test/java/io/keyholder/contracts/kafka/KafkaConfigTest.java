package io.keyholder.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {
    private static final int ENVIRONMENT = 300;
    private static final int FILE = 100;

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

    /** Compose gives secrets in a file. With a quoted name there, the environment would not win. */
    @Nested
    class WithAFile {
        private static final Map<String, String> SECRETS =
                Map.of("keyholder.kafka.client.sasl.jaas.config", "PlainLoginModule required;");

        @Test
        void shouldTakeTheClientsPropertiesFromIt() {
            assertThat(client(Map.of("KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093")))
                    .isEqualTo(Map.of("sasl.jaas.config", "PlainLoginModule required;"));
        }

        @Test
        void shouldLetTheEnvironmentWin() {
            assertThat(client(Map.of(
                            "KEYHOLDER_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                            "KEYHOLDER_KAFKA_CLIENT_SASL_JAAS_CONFIG", "ScramLoginModule required;")))
                    .isEqualTo(Map.of("sasl.jaas.config", "ScramLoginModule required;"));
        }

        private Map<String, String> client(Map<String, String> environment) {
            return new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(SECRETS, "secrets", FILE),
                            new EnvConfigSource(environment, ENVIRONMENT))
                    .withMapping(KafkaConfig.class)
                    .build()
                    .getConfigMapping(KafkaConfig.class)
                    .client();
        }
    }
}
