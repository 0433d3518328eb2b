package io.keyholder.tenantrelationship;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Topic;
import io.keyholder.contracts.UnreadableEvent;
import io.keyholder.contracts.Watermark;
import io.keyholder.contracts.kafka.KafkaRecords;
import io.keyholder.testing.KeyholderTestResource;
import io.keyholder.testing.OnBackends;
import io.keyholder.testing.Provided;
import io.keyholder.testing.events.Published;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** In whose logs a refused change of a relationship stands, and what it costs to be refused. */
@QuarkusTest
@QuarkusTestResource(KeyholderTestResource.class)
class RefusedRelationshipsIT extends OnBackends {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Provided
    TestIssuer operators;

    private Published published;
    private UUID customer;
    private UUID stranger;
    private UUID relationship;

    @BeforeEach
    void relationshipAndStranger() {
        published = Published.on(kafka);
        published.keepBeating("rbac-service");
        customer = tenant("Aurora");
        UUID partner = tenant("Meridian");
        stranger = tenant("Solstice");
        relationship = Ids.next();
        published.states(new InvitationState(
                Ids.next(),
                customer,
                partner,
                "meridian.example",
                InvitationState.Status.ACCEPTED,
                Scope.all(),
                null,
                Instant.now(),
                Instant.now().plus(Duration.ofDays(7)),
                new InvitationState.Acceptance(
                        relationship,
                        Ids.next(),
                        Ids.next(),
                        List.of(new NamedPrincipal(partner, Principal.Type.USER, "paul", null)),
                        Instant.now())));
        await().atMost(SOON)
                .until(() ->
                        as(customer).get("/v1/relationships/" + relationship).statusCode() == 200);
        await().atMost(SOON).until(() -> as(stranger).get("/v1/relationships").statusCode() == 200);
    }

    @AfterEach
    void close() {
        published.close();
    }

    @Test
    void shouldStandInTheTenantsLogWhenItWasAnOperator() {
        operator().post("/v1/relationships/" + relationship + "/suspend").then().statusCode(403);
        operator()
                .header("If-Match", "*")
                .delete("/v1/relationships/" + relationship)
                .then()
                .statusCode(403);

        await().atMost(SOON).until(() -> refusals(customer).size() == 2);
        assertThat(refusals(customer)).allSatisfy(entry -> {
            assertThat(entry.userId()).isEqualTo("oscar");
            assertThat(entry.userTenantId()).isNull();
            assertThat(entry.reason()).isEqualTo("forbidden");
            assertThat(entry.objectId()).isEqualTo(relationship.toString());
        });
        assertThat(refusals(customer))
                .extracting(AuditEntry::operation)
                .containsExactlyInAnyOrder(AuditEntry.Operation.UPDATE, AuditEntry.Operation.DELETE);
    }

    @Test
    void shouldStandInBothLogsWhenItWasAStranger() {
        as(stranger)
                .post("/v1/relationships/" + relationship + "/suspend")
                .then()
                .statusCode(404);

        await().atMost(SOON)
                .until(() ->
                        refusals(customer).size() == 1 && refusals(stranger).size() == 1);
        assertThat(refusals(stranger).getFirst().objectName()).isEmpty();
        assertThat(refusals(stranger).getFirst().objectId()).isEqualTo(relationship.toString());
        assertThat(refusals(stranger).getFirst().relationshipId()).isNull();
        assertThat(refusals(customer).getFirst().objectName()).isEqualTo("Meridian");
    }

    @Test
    void shouldSayWhatASuspensionChanged() {
        as(customer)
                .header("X-Request-Id", "req-1")
                .post("/v1/relationships/" + relationship + "/suspend")
                .then()
                .statusCode(200);

        await().atMost(SOON).until(() -> entries(customer).stream().anyMatch(e -> "req-1".equals(e.requestId())));
        AuditEntry suspended = entries(customer).stream()
                .filter(e -> "req-1".equals(e.requestId()))
                .findFirst()
                .orElseThrow();
        assertThat(suspended.changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("status");
            assertThat(change.before().asText()).isEqualTo("ACTIVE");
            assertThat(change.after().asText()).isEqualTo("SUSPENDED");
        });
        assertThat(suspended.clientAddress()).isNotEmpty();
    }

    /** Run it by hand: it measures and asserts nothing. */
    @Test
    @EnabledIfSystemProperty(named = "keyholder.measure", matches = "true")
    void measureWhatARefusalCosts() {
        String existing = "/v1/relationships/" + relationship + "/suspend";
        long[] there = new long[1_000];
        long[] ghost = new long[1_000];
        for (int i = -200; i < there.length; i++) {
            long one = nanos(existing);
            long other = nanos("/v1/relationships/" + Ids.next() + "/suspend");
            if (i >= 0) {
                there[i] = one;
                ghost[i] = other;
            }
        }
        System.out.printf(
                "MEASURED suspend: existing %d us, ghost %d us (medians of %d)%n",
                median(there), median(ghost), there.length);
    }

    private long nanos(String path) {
        RequestSpecification request = as(stranger);
        long start = System.nanoTime();
        request.post(path).then().statusCode(404);
        return System.nanoTime() - start;
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1_000;
    }

    private List<AuditEntry> refusals(UUID tenant) {
        return entries(tenant).stream()
                .filter(entry -> entry.result() == AuditEntry.Result.FAILED)
                .toList();
    }

    private List<AuditEntry> entries(UUID tenant) {
        List<AuditEntry> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.AUDIT.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    try {
                        if (!Watermark.isWatermark(message.key())
                                && KafkaRecords.decode(Topic.AUDIT, message).data() instanceof AuditEntry entry
                                && tenant.equals(entry.tenantId())) {
                            found.add(entry);
                        }
                    } catch (UnreadableEvent e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
        return found;
    }

    private UUID tenant(String name) {
        return UUID.fromString(operator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "domains",
                        List.of("t" + UUID.randomUUID() + ".example"),
                        "issuers",
                        List.of(Map.of("issuer", issuer.issuer(), "shared", true)),
                        "partnerEligible",
                        true))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }

    private RequestSpecification as(UUID tenant) {
        return given().auth()
                .oauth2(issuer.token(
                        TokenSpec.of("grace").tenant(tenant.toString()).roles("global-admin")));
    }
}
