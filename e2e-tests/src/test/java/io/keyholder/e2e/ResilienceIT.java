package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.primaryAdmins;
import static io.keyholder.e2e.actors.Bodies.role;
import static io.keyholder.e2e.actors.Bodies.room;
import static io.keyholder.e2e.actors.Bodies.user;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AuditCsv;
import io.keyholder.e2e.actors.Deployment;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.Patience;
import io.keyholder.e2e.actors.World;
import io.keyholder.localstack.LocalStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of a process that an acceptance needs, in the middle of the story; and everything down and up again. All other kills
 * are drills.
 */
class ResilienceIT {

    private static final int ROOMS = 20;
    private static final int BEFORE_THE_KILL = 7;

    private final Deployment deployment = Deployment.current();
    private World world;
    private Organisation customer;
    private Organisation partner;
    private Actor admin;
    private Actor paul;

    private LocalStack stack() {
        return deployment.stack().orElseThrow();
    }

    @BeforeEach
    void twoOrganisations() {
        Assumptions.assumeTrue(deployment.stack().isPresent(), "the processes are not ours to kill");
        world = new World();
        customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
        paul = partner.user("paul");
    }

    @AfterEach
    void everythingRuns() {
        deployment.stack().ifPresent(stack -> stack.names().forEach(stack::start));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-relationship-service", "invitation-service", "kafka"})
    void shouldGoOnWithNothingLostAfterAKillOf(String process) throws Exception {
        String first = admin.post("/invitations", invitation(partner.domain(), all()))
                .is(201)
                .id();
        CountDownLatch begun = new CountDownLatch(BEFORE_THE_KILL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var story = threads.submit(() -> goOn(first, begun));
            begun.await();

            stack().kill(process);
            stack().start(process);

            Partnership made = story.get();
            everythingIsThere(made);
            made.terminate();
            Patience.until(() -> assertThat(made.roomsSeenBy(paul)).isEmpty());
        }
        assertThat(world.keycloak("ada").get("/access/me").is(200).text("tenantId"))
                .isNotBlank();
    }

    /** As a client goes on that repeats what was not answered, under the same key. */
    private Partnership goOn(String invitation, CountDownLatch begun) {
        Actor writer = admin.unaware();
        for (int i = 0; i < ROOMS; i++) {
            String name = "Room %02d".formatted(i);
            patiently(writer, "/rooms", room(name, "US")).is(201);
            patiently(writer, "/roles", role(name, "rooms:view")).is(201);
            begun.countDown();
        }
        String relationship = patiently(
                        partner.globalAdmin().unaware(),
                        "/invitations/" + invitation + "/accept",
                        primaryAdmins(user(paul)))
                .is(200)
                .text("relationshipId");
        return new Partnership(customer, partner, invitation, relationship, paul);
    }

    private static Answer patiently(Actor actor, String path, Object body) {
        String key = UUID.randomUUID().toString();
        return Patience.ask(() -> actor.post(path, body, key));
    }

    private void everythingIsThere(Partnership made) {
        List<String> names =
                IntStream.range(0, ROOMS).mapToObj("Room %02d"::formatted).toList();
        Patience.until(() -> {
            assertThat(made.roomsSeenBy(paul)).containsExactlyElementsOf(names);
            assertThat(admin.get("/roles?limit=200&sort=name&q=Room").is(200).texts("items.name"))
                    .isEqualTo(names);
            assertThat(admin.get(made.path()).is(200).text("status")).isEqualTo("ACTIVE");
            AuditCsv log =
                    AuditCsv.parse(admin.get("/audit/export?format=csv").is(200).body());
            assertThat(log.of("Room Create Successful", admin))
                    .extracting(AuditCsv.Entry::objectName)
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(log.of("Role Create Successful", admin))
                    .as("beside what the acceptance brought about")
                    .extracting(AuditCsv.Entry::objectName)
                    .filteredOn(names::contains)
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(log.of("PartnerInvitation Update Successful", partner.globalAdmin()))
                    .hasSize(1);
        });
    }

    @Test
    void shouldTakeChangesWhileKafkaIsAway() {
        Partnership made = customer.entrust(partner, all(), paul);
        stack().kill("kafka");

        Actor writer = admin.unaware();
        writer.post("/rooms", room("Meanwhile", "US")).is(201);
        writer.post("/roles", role("Meanwhile", "rooms:view")).is(201);
        assertThat(writer.get("/rooms").is(200).texts("items.name"))
                .as("a tenant's own goes on")
                .containsExactly("Meanwhile");

        stack().start("kafka");
        Patience.until(() -> {
            assertThat(made.roomsSeenBy(paul)).containsExactly("Meanwhile");
            assertThat(admin.get("/audit/events?category=ROOM").is(200).texts("items.objectName"))
                    .containsExactly("Meanwhile");
        });
    }

    @Test
    void shouldRefuseThePartnerWhenRevocationsMayGoUnheard() {
        Partnership made = customer.entrust(partner, all(), paul);
        String room = customer.room("One", "US");
        assertThat(made.roomsSeenBy(paul)).containsExactly("One");
        stack().kill("kafka");

        Patience.until(() -> paul.unaware().get("/rooms/" + room).isOneOf(404, 503));
        // A list without what may not be decided would be taken for the whole.
        paul.unaware().get("/rooms?view=PARTNER").is(503);
        admin.unaware().get("/rooms/" + room).is(200);
        assertThat(admin.unaware().get("/rooms").is(200).texts("items.name")).containsExactly("One");

        stack().start("kafka");
        Patience.until(() -> assertThat(made.roomsSeenBy(paul)).containsExactly("One"));
    }

    @Test
    void shouldBeAsItWasAfterDownAndUp() {
        Partnership made = customer.entrust(partner, all(), paul);
        String one = customer.room("One", "US");
        customer.roomGroup("Group", one);
        String desk = made.role("Help desk", "rooms:view");
        made.assign(desk, all(), partner.user("hana"));
        admin.post("/invitations", invitation(world.partner("Solstice").domain(), all()))
                .is(201);
        Map<String, String> before = everything(made, desk);

        deployment.restart();

        Patience.until(() -> assertThat(everything(made, desk)).isEqualTo(before));
        paul.post("/roles", with(role("Second", "rooms:view"), "relationshipId", made.id()))
                .is(201);
    }

    private Map<String, String> everything(Partnership made, String role) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String path : List.of(
                "/rooms",
                "/room-groups",
                "/roles",
                "/assignments",
                "/relationships",
                "/invitations?status=PENDING&status=ACCEPTED",
                "/roles?relationshipId=" + made.id(),
                "/roles/" + role + "/assignments",
                "/tenants",
                "/access/me",
                "/audit/events")) {
            all.put(path, admin.get(path).is(200).body());
        }
        all.put("delegation", made.primaryAdmin().get(made.delegation()).is(200).body());
        all.put("paul", paul.get("/rooms?view=PARTNER").is(200).body());
        all.put("hana", partner.user("hana").get("/access/me").is(200).body());
        all.put("version", admin.etag("/roles/" + role));
        return all;
    }
}
