package io.keyholder.outbox.cdi;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.ConsumerProperties;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.contracts.kafka.ServiceRights;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the Kafka clients, with the settings on which the promises of outbox and consumers rest. */
@Singleton
class KafkaClients {
    static final String RELAY = "keyholder-relay";
    static final String CONSUMER = "keyholder-consumer";

    private final KafkaConfig kafka;
    private final String service;

    KafkaClients(KafkaConfig kafka, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /** What the service does at Kafka, if it is one that we know. */
    Optional<ServiceRights> rights() {
        return ServiceRights.of(service);
    }

    /** Idempotent and acknowledged by all in-sync replicas. A record that it has taken it never gives up by itself. */
    Producer<String, byte[]> patientProducer() {
        return producer(RELAY, Integer.MAX_VALUE);
    }

    /** The same, but quick to say that Kafka is away. */
    Producer<String, byte[]> producer() {
        return producer("keyholder-dead-letters", 10_000);
    }

    private Producer<String, byte[]> producer(String clientId, int patienceMillis) {
        Map<String, Object> properties = common();
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patienceMillis);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.LARGEST_RECORD);
        return new KafkaProducer<>(properties);
    }

    /** Commits in the service's group, of which it is no member. */
    Consumer<String, byte[]> groupConsumer() {
        Map<String, Object> properties = ConsumerProperties.of(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, CONSUMER);
        return new KafkaConsumer<>(properties);
    }

    /** Without a group, for reading a topic as a whole. */
    Consumer<String, byte[]> plainConsumer() {
        return new KafkaConsumer<>(ConsumerProperties.of(kafka));
    }

    Admin admin() {
        return Admin.create(common());
    }

    /** For questions alone: quick to say that Kafka is away. */
    Admin impatientAdmin() {
        Map<String, Object> properties = common();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_500);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_500);
        return Admin.create(properties);
    }

    private Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return properties;
    }
}
