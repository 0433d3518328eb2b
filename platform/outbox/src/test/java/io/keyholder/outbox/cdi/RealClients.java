package io.keyholder.outbox.cdi;

import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.contracts.kafka.KafkaConfig;
import io.keyholder.contracts.kafka.ServiceRights;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The Kafka clients as services have them, for whichever Kafka. */
public final class RealClients {
    private final KafkaConfig config;
    private final KafkaClients clients;

    public RealClients(String bootstrapServers) {
        this.config = new KafkaAddress(bootstrapServers);
        this.clients = new KafkaClients(config, "tenant-relationship-service");
    }

    public Producer<String, byte[]> producer() {
        return clients.patientProducer();
    }

    public Consumer<String, byte[]> plainConsumer() {
        return clients.plainConsumer();
    }

    /** A member of a group, as {@code groupConsumer} makes them. */
    public Consumer<String, byte[]> inGroup(String group) {
        return new KafkaClients(config, group).groupConsumer();
    }

    /** Makes all topics, as an installation does. */
    public void provision() {
        for (ServiceRights service : ServiceRights.values()) {
            new TopicProvisioning(new KafkaClients(config, service.service()), Set::of, (short) 1, false).make();
        }
    }

    public Admin admin() {
        return clients.impatientAdmin();
    }
}
