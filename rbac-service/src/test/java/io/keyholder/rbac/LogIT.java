package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other services and the audit log are told. */
@QuarkusTest
class LogIT extends BetweenTwo {
    private Relationship relationship;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "paul");
    }

    @Test
    void shouldPutAPartnersDoingIntoTheCustomersLog() {
        String role = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");
        String path = assign(world.user(meridian, "paul"), role, all(), user("nina"));
        patch(world.user(meridian, "paul"), "*", Map.of("name", "Desk"))
                .patch(path)
                .then()
                .statusCode(200);
        world.user(meridian, "paul")
                .header("If-Match", "*")
                .put(path + "/members/USER/nick")
                .then()
                .statusCode(200);
        world.user(meridian, "paul")
                .header("If-Match", "*")
                .delete(path + "/members/USER/nina")
                .then()
                .statusCode(204);
        for (String action : List.of("/members", "/members/remove")) {
            json(world.user(meridian, "paul"), World.group("/desk"))
                    .post(path + action)
                    .then()
                    .statusCode(200);
        }
        world.user(meridian, "paul").header("If-Match", "*").delete(role).then().statusCode(204);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log("paul"))
                        .containsExactlyInAnyOrder(
                                "ROLE CREATE Help desk SUCCESSFUL",
                                "ASSIGNMENT CREATE Some SUCCESSFUL",
                                "USER CREATE nina SUCCESSFUL",
                                "ASSIGNMENT UPDATE Desk SUCCESSFUL",
                                "USER CREATE nick SUCCESSFUL",
                                "USER DELETE nina SUCCESSFUL",
                                "USER CREATE /desk SUCCESSFUL",
                                "USER DELETE /desk SUCCESSFUL",
                                "ASSIGNMENT DELETE Desk SUCCESSFUL",
                                "USER DELETE nick SUCCESSFUL",
                                "ROLE DELETE Help desk SUCCESSFUL"));
    }

    @Test
    void shouldPutRefusalsIntoTheLogOfWhomTheyConcern() {
        String first = "/v1/assignments/" + relationship.firstAssignment();
        world.user(meridian, "eve").header("If-Match", "*").delete(first).then().statusCode(404);
        world.user(meridian, "paul")
                .header("If-Match", "*")
                .delete(first)
                .then()
                .statusCode(409);
        json(
                        world.user(meridian, "paul"),
                        Map.of(
                                "name", "Makers",
                                "permissions", List.of("rooms:create"),
                                "relationshipId", relationship.id()))
                .post("/v1/roles")
                .then()
                .statusCode(403);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(log("eve")).containsExactly("ASSIGNMENT DELETE Primary admins FAILED not-found");
            assertThat(log("paul"))
                    .containsExactlyInAnyOrder(
                            "ASSIGNMENT DELETE Primary admins FAILED last-primary-admin",
                            "ROLE CREATE Makers FAILED forbidden");
        });
    }

    @Test
    void shouldRecordWhatAnAcceptanceGave() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(log(AuditEntry.PLATFORM))
                        .containsExactlyInAnyOrder(
                                "ROLE CREATE Primary admin SUCCESSFUL",
                                "ASSIGNMENT CREATE Primary admins SUCCESSFUL",
                                "USER CREATE paul SUCCESSFUL"));
    }

    @Test
    void shouldTellNobodyHowMembersAreCalled() {
        String path = assign(
                world.user(meridian, "paul"),
                "/v1/roles/" + relationship.primaryAdminRole(),
                all(),
                Map.of("type", "USER", "id", "pia", "displayName", "Pia Meridian"));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));

        await().atMost(SOON)
                .until(() -> !records(Topic.ASSIGNMENTS, id.toString()).isEmpty());

        assertThat(records(Topic.ASSIGNMENTS, id.toString())).noneMatch(payload -> payload.contains("Pia"));
    }

    /** What stands in the customer's log of one user's doing. */
    private List<String> log(String userId) {
        return events(Topic.AUDIT).stream()
                .map(event -> (AuditEntry) event.data())
                .filter(entry ->
                        aurora.equals(entry.tenantId()) && entry.userId().equals(userId))
                .filter(entry -> relationship.id().equals(entry.relationshipId()))
                .sorted(Comparator.comparing(AuditEntry::id))
                .map(entry -> entry.category() + " " + entry.operation() + " " + entry.objectName() + " "
                        + entry.result() + (entry.reason() == null ? "" : " " + entry.reason()))
                .toList();
    }

    private List<Event<?>> events(Topic topic) {
        List<Event<?>> events = new ArrayList<>();
        read(topic).forEach(message -> {
            if (!Watermark.isWatermark(message.key())) {
                try {
                    events.add(KafkaRecords.decode(topic, message));
                } catch (UnreadableEvent e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return events;
    }

    private List<String> records(Topic topic, String key) {
        return read(topic).stream()
                .filter(message -> key.equals(message.key()))
                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }
}
