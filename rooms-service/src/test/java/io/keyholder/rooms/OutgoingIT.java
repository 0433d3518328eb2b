package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.PRIMARY_ADMIN;
import static io.keyholder.rooms.Scenario.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.rooms.Scenario.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other services and the audit log hear. */
@QuarkusTest
class OutgoingIT extends InAScenario {
    private UUID meridian;

    @BeforeEach
    void aCustomerAndAPartner() {
        meridian = scenario.tenant("Meridian");
    }

    @Test
    void shouldTellOfEveryStateOfARoomInItsOrder() {
        UUID room = scenario.room(aurora, "One", "US");
        UUID group = scenario.group(aurora, "US", room);
        scenario.admin(aurora)
                .header("If-Match", "*")
                .delete("/v1/room-groups/" + group)
                .then()
                .statusCode(204);
        scenario.admin(aurora).post("/v1/rooms/" + room + "/unenroll").then().statusCode(200);

        List<Event<?>> heard = await().atMost(SOON).until(() -> heard(Topic.ROOMS, of(room)), all -> all.size() == 4);

        assertThat(heard)
                .extracting(Event::type)
                .containsExactly("room.created.v1", "room.changed.v1", "room.changed.v1", "room.unenrolled.v1");
        assertThat(heard).extracting(event -> event.sequence().version()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(heard)
                .extracting(event -> ((RoomState) event.data()).groupIds())
                .containsExactly(List.of(), List.of(group), List.of(), List.of());
        assertThat(((RoomState) heard.getLast().data()).isEnded()).isTrue();
        assertThat(heard(Topic.ROOM_GROUPS, of(group)))
                .extracting(event -> ((RoomGroupState) event.data()).status())
                .containsExactly(RoomGroupState.Status.ACTIVE, RoomGroupState.Status.DELETED);
    }

    @Test
    void shouldTellOfADelegationFromItsStartToItsEnd() {
        UUID room = scenario.room(aurora, "One", "US");
        UUID group = scenario.group(aurora, "US", room);
        Relationship relationship =
                scenario.relationship(aurora, meridian, Scope.selected(List.of(room), List.of(group)));
        scenario.admin(aurora)
                .header("If-Match", "*")
                .delete("/v1/room-groups/" + group)
                .then()
                .statusCode(204);
        scenario.status(relationship, RelationshipState.Status.TERMINATED);

        List<Event<?>> heard = await().atMost(SOON)
                .until(() -> heard(Topic.DELEGATIONS, of(relationship.id())), all -> all.size() == 3);

        assertThat(heard)
                .extracting(Event::type)
                .containsExactly("delegation.created.v1", "delegation.changed.v1", "delegation.ended.v1");
        assertThat(heard)
                .extracting(event -> ((DelegationState) event.data()).roomScope())
                .containsExactly(
                        Scope.selected(List.of(room), List.of(group)),
                        Scope.selected(List.of(room), List.of()),
                        Scope.selected(List.of(), List.of()));
        assertThat(entries(aurora, AuditEntry.Category.DELEGATION))
                .extracting(AuditEntry::operation, AuditEntry::objectName, AuditEntry::relationshipId)
                .containsExactlyInAnyOrder(
                        tuple(AuditEntry.Operation.CREATE, relationship),
                        tuple(AuditEntry.Operation.UPDATE, relationship),
                        tuple(AuditEntry.Operation.DELETE, relationship));
    }

    @Test
    void shouldPutAPartnersDoingIntoTheCustomersLogRefusalsIncluded() {
        UUID room = scenario.room(aurora, "One", "US");
        UUID hidden = scenario.room(aurora, "Two", "DE");
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.selected(List.of(room), List.of()));
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);

        patch(room, 200);
        patch(hidden, 404);
        scenario.user(meridian, "paul")
                .post("/v1/rooms/" + room + "/unenroll")
                .then()
                .statusCode(403);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entries(aurora, AuditEntry.Category.ROOM))
                        .filteredOn(entry -> entry.userId().equals("paul"))
                        .allSatisfy(entry -> {
                            assertThat(entry.userTenantId()).isEqualTo(meridian);
                            assertThat(entry.relationshipId()).isEqualTo(relationship.id());
                        })
                        .extracting(
                                AuditEntry::operation, AuditEntry::result, AuditEntry::objectName, AuditEntry::reason)
                        .containsExactlyInAnyOrder(
                                Assertions.tuple(
                                        AuditEntry.Operation.UPDATE, AuditEntry.Result.SUCCESSFUL, "Renamed", null),
                                Assertions.tuple(
                                        AuditEntry.Operation.UPDATE, AuditEntry.Result.FAILED, "Two", "not-found"),
                                Assertions.tuple(
                                        AuditEntry.Operation.DELETE,
                                        AuditEntry.Result.FAILED,
                                        "Renamed",
                                        "forbidden")));
    }

    @Test
    void shouldRecordAsItsChangeWhatWidensADelegation() {
        UUID room = scenario.room(aurora, "One", "US");
        UUID covered = scenario.room(aurora, "Two", "US");
        UUID group = scenario.group(aurora, "US");
        Relationship gains = scenario.relationship(aurora, meridian, Scope.selected(List.of(covered), List.of(group)));
        Relationship all = scenario.relationship(aurora, scenario.tenant("Solstice"), Scope.all());

        put(group, covered);
        put(group, room);
        put(group, room);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entries(aurora, AuditEntry.Category.DELEGATION))
                        .filteredOn(entry -> entry.operation() == AuditEntry.Operation.UPDATE)
                        .extracting(AuditEntry::objectName, AuditEntry::relationshipId)
                        .containsExactly(Assertions.tuple("Meridian", gains.id())));
        assertThat(all.id()).isNotEqualTo(gains.id());
        assertThat(heard(Topic.DELEGATIONS, of(gains.id()))).hasSize(1);
    }

    private void put(UUID group, UUID room) {
        scenario.admin(aurora)
                .header("If-Match", "*")
                .put("/v1/room-groups/" + group + "/rooms/" + room)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldRecordAChangedSetting() {
        scenario.admin(aurora)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"delegationGuard\": false}")
                .patch("/v1/settings")
                .then()
                .statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entries(aurora, AuditEntry.Category.SETTING))
                        .extracting(AuditEntry::operation)
                        .containsExactly(AuditEntry.Operation.UPDATE));
    }

    @Test
    void shouldRecordEachImportedRoom() {
        scenario.admin(aurora)
                .contentType("text/csv")
                .body("name,country\nOne,US\nTwo,US\nThree,US\n")
                .post("/v1/rooms/import")
                .then()
                .statusCode(201);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entries(aurora, AuditEntry.Category.ROOM))
                        .extracting(AuditEntry::objectName)
                        .containsExactlyInAnyOrder("One", "Two", "Three"));
    }

    private void patch(UUID room, int status) {
        scenario.user(meridian, "paul")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("name", "Renamed"))
                .patch("/v1/rooms/" + room)
                .then()
                .statusCode(status);
    }

    private static Tuple tuple(AuditEntry.Operation operation, Relationship relationship) {
        return Assertions.tuple(operation, "Meridian", relationship.id());
    }

    private List<AuditEntry> entries(UUID tenant, AuditEntry.Category category) {
        return heard(Topic.AUDIT, event -> true).stream()
                .map(event -> (AuditEntry) event.data())
                .filter(entry -> tenant.equals(entry.tenantId()) && entry.category() == category)
                .toList();
    }

    private static Predicate<Event<?>> of(UUID aggregate) {
        return event -> event.data().id().equals(aggregate);
    }

    /** Everything that is on the topic by now; each key in its order. */
    private List<Event<?>> heard(Topic topic, Predicate<Event<?>> wanted) {
        Map<String, Object> properties = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        List<Event<?>> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.value() != null && !Watermark.isWatermark(message.key())) {
                        heard.add(KafkaRecords.decode(topic, message));
                    }
                }
            }
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
        return heard.stream().filter(wanted).toList();
    }
}
