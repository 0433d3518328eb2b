package io.keyholder.outbox.cdi;

import io.keyholder.contracts.kafka.KafkaConfig;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The Kafka clients as services have them, for whichever Kafka. */
public final class RealClients {
    private final KafkaClients clients;

    public RealClients(String bootstrapServers) {
        this.clients = new KafkaClients(
                new KafkaConfig() {
                    @Override
                    public String bootstrapServers() {
                        return bootstrapServers;
                    }

                    @Override
                    public Map<String, String> client() {
                        return Map.of();
                    }
                },
                "tenant-relationship-service");
    }

    public Producer<String, byte[]> producer() {
        return clients.patientProducer();
    }

    public Consumer<String, byte[]> plainConsumer() {
        return clients.plainConsumer();
    }

    /** Makes all topics, as the start of a service does. */
    public void provision() {
        new TopicProvisioning(clients, (short) 1).run();
    }
}
