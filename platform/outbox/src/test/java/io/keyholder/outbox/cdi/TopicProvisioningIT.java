package io.keyholder.outbox.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.Topic;
import io.keyholder.contracts.kafka.KafkaAddress;
import io.keyholder.testing.backend.KafkaBackend;
import io.keyholder.testing.backend.StoppableKafka;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicProvisioningIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void shouldMakeEveryTopicAsItIsToBeKeptAndLeaveWhatIsThere() throws Exception {
        try (StoppableKafka kafka = KafkaBackend.startOwn();
                Admin admin = kafka.admin()) {
            kafka.createTopic(Topic.TENANTS.topicName(), 3, Map.of("cleanup.policy", "compact"));

            new RealClients(kafka.bootstrapServers()).provision();
            new RealClients(kafka.bootstrapServers()).provision();

            Set<String> wanted = Stream.of(Topic.values())
                    .flatMap(t -> t.isDecisive() ? Stream.of(t.topicName()) : Stream.of(t.topicName(), t.deadLetters()))
                    .collect(Collectors.toSet());
            await().atMost(SOON).until(() -> admin.listTopics().names().get().equals(wanted));
            assertThat(partitions(admin, Topic.TENANTS)).isEqualTo(3);
            assertThat(partitions(admin, Topic.RELATIONSHIPS)).isEqualTo(Topic.PARTITIONS);
            assertThat(setting(admin, Topic.RELATIONSHIPS.topicName(), "cleanup.policy"))
                    .isEqualTo("compact");
            assertThat(setting(admin, Topic.RELATIONSHIPS.topicName(), "segment.ms"))
                    .isEqualTo("600000");
            assertThat(setting(admin, Topic.RELATIONSHIPS.topicName(), "max.message.bytes"))
                    .isEqualTo(Integer.toString(Topic.LARGEST_RECORD));
            for (String log : List.of(Topic.AUDIT.topicName(), Topic.ROOMS.deadLetters())) {
                assertThat(setting(admin, log, "cleanup.policy")).isEqualTo("delete");
                assertThat(setting(admin, log, "retention.ms")).isEqualTo("2592000000");
                assertThat(setting(admin, log, "max.message.bytes")).isEqualTo(Integer.toString(Topic.LARGEST_RECORD));
            }
        }
    }

    @Test
    void shouldMakeAgainWhatWasThereOnlyWhereItIsToldTo() throws Exception {
        try (StoppableKafka kafka = KafkaBackend.startOwn();
                Admin admin = kafka.admin()) {
            KafkaClients clients =
                    new KafkaClients(new KafkaAddress(kafka.bootstrapServers()), "tenant-relationship-service");

            new TopicProvisioning(clients, () -> Set.of(Topic.TENANTS), (short) 1, false).make();
            await().atMost(SOON)
                    .until(() -> admin.listTopics().names().get().equals(Set.of(Topic.RELATIONSHIPS.topicName())));

            new TopicProvisioning(clients, () -> Set.of(Topic.TENANTS), (short) 1, true).make();
            await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(Topic.TENANTS.topicName()));
        }
    }

    private static int partitions(Admin admin, Topic topic) throws Exception {
        Map<String, TopicDescription> described =
                admin.describeTopics(Set.of(topic.topicName())).allTopicNames().get();
        return described.get(topic.topicName()).partitions().size();
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Collection<Config> configs =
                admin.describeConfigs(Set.of(resource)).all().get().values();
        return configs.iterator().next().get(name).value();
    }
}
