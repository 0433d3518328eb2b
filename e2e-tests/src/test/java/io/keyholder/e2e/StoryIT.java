package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.assignment;
import static io.keyholder.e2e.actors.Bodies.group;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.primaryAdmins;
import static io.keyholder.e2e.actors.Bodies.role;
import static io.keyholder.e2e.actors.Bodies.roomGroups;
import static io.keyholder.e2e.actors.Bodies.user;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AuditCsv;
import io.keyholder.e2e.actors.Bodies;
import io.keyholder.e2e.actors.CleanSlate;
import io.keyholder.e2e.actors.EndAtFirstFailure;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The product's main story, step by step, on the demo's tenants with Keycloak's tokens. Each step needs those before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(EndAtFirstFailure.class)
class StoryIT {

    private static final int US = 170;
    private static final int NEW_YORK = 40;
    private static final int BOREALIS = 30;

    private final World world = new World();

    private final Actor ada = world.keycloak("ada");
    private final Actor amelie = world.keycloak("amelie");
    private final Actor arne = world.keycloak("arne");
    private final Actor bruno = world.keycloak("bruno");
    private final Actor mia = world.keycloak("mia");
    private final Actor tom = world.keycloak("tom");
    private final Actor paul = world.keycloak("paul");
    private final Actor priya = world.keycloak("priya");
    private final Actor hana = world.keycloak("hana");
    private final Actor sol = world.keycloak("sol");

    private Instant begin = Instant.EPOCH;
    private String aurora = "";
    private String borealis = "";
    private String meridian = "";
    private String groupUs = "";
    private String groupNewYork = "";
    private String germanRoom = "";
    private String chicagoRoom = "";
    private String borealisRoom = "";
    private String invitation = "";
    private String relationship = "";
    private String secondRelationship = "";
    private String helpDesk = "";
    private String helpDeskAssignment = "";

    @BeforeAll
    void clear() {
        aurora = tenantOf(ada);
        borealis = tenantOf(bruno);
        meridian = tenantOf(mia);
        takeAwayRoles(ada);
        takeAwayRoles(mia);
        CleanSlate.of(ada);
        CleanSlate.of(bruno);
        begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    @Order(1)
    void shouldLetTheGlobalAdminMakeAnAdministratorWhoSetsUpRooms() {
        amelie.post("/rooms", Bodies.room("Too early", "US")).isForbiddenFor("rooms:create");
        administrators(ada, "managed-service-administrator", amelie);

        amelie.post("/rooms", Bodies.room("Boardroom", "DE")).is(201);
        amelie.importRooms(rooms()).is(201);

        assertThat(count(amelie, "")).isEqualTo(US + 80 + 70 + 1);
        groupUs = roomGroup("US", "country=US");
        groupNewYork = roomGroup("US New York", "q=New%20York");
        roomGroup("Germany", "country=DE");
        germanRoom = amelie.get("/rooms?country=DE&limit=1").is(200).ids().getFirst();
        chicagoRoom = amelie.get("/rooms?q=Chicago&limit=1").is(200).ids().getFirst();
        bruno.importRooms(Bodies.csvOfRooms("Toronto", BOREALIS, "CA")).is(201);
        borealisRoom = bruno.get("/rooms?limit=1").is(200).ids().getFirst();
        assertThat(count(arne, ""))
                .as("a colleague without any role sees no room")
                .isZero();
    }

    @Test
    @Order(2)
    void shouldInviteThePartnerWithOneRoomGroup() {
        Answer invited = amelie.post("/invitations", invitation("meridian.example", roomGroups(groupUs)))
                .is(201);

        invitation = invited.id();
        assertThat(invited.text("status")).isEqualTo("PENDING");
        assertThat(invited.text("partnerDomain")).isEqualTo("meridian.example");
        assertThat(invited.<Object>value("partner"))
                .as("the name appears after acceptance alone")
                .isNull();
        assertThat(Instant.parse(invited.text("expiresAt")))
                .isEqualTo(Instant.parse(invited.text("createdAt")).plus(14, ChronoUnit.DAYS));
        arne.post("/invitations", invitation("meridian.example", all())).isForbiddenFor("partners:manage");
        amelie.post("/invitations", invitation("meridian.example", all())).isProblem(409, "invitation-exists");
    }

    @Test
    @Order(3)
    void shouldShowTheInvitationToTheTenantManagerAndToNobodyElse() {
        tom.get("/invitations/" + invitation).isNotFound();
        administrators(mia, "tenant-manager", tom);

        Answer seen = tom.get("/invitations/" + invitation).is(200);

        assertThat(tom.get("/invitations?box=RECEIVED").is(200).ids()).contains(invitation);
        assertThat(seen.text("customer.name")).isEqualTo("Aurora");
        assertThat(seen.<Object>value("createdBy")).isNotNull();
        assertThat(seen.<Integer>value("roomCounts.roomGroups")).isEqualTo(1);
        assertThat(seen.body())
                .doesNotContain(groupUs)
                .doesNotContain("roomScope")
                .doesNotContain("US New York");
        paul.get("/invitations/" + invitation).isNotFound();
        assertSame(sol.get("/invitations/" + invitation), sol.get("/invitations/" + nobody()));
        assertSame(
                sol.post("/invitations/" + invitation + "/accept", primaryAdmins(user(sol))),
                sol.post("/invitations/" + nobody() + "/accept", primaryAdmins(user(sol))));
        assertThat(sol.get("/invitations?box=RECEIVED&includeTotal=true")
                        .is(200)
                        .total())
                .isZero();
        bruno.get("/invitations/" + invitation).isNotFound();
    }

    @Test
    @Order(4)
    void shouldAcceptNamingAUserAndAGroupAndGiveTheTenantManagerNoRoom() {
        tom.post("/invitations/" + invitation + "/accept", primaryAdmins(user(tom)))
                .is(403);
        tom.post("/invitations/" + invitation + "/accept", primaryAdmins()).isInvalidAt("primaryAdmins");

        Answer accepted = tom.post(
                        "/invitations/" + invitation + "/accept", primaryAdmins(user(paul), group("primary-admins")))
                .is(200);

        relationship = accepted.text("relationshipId");
        assertThat(accepted.text("status")).isEqualTo("ACCEPTED");
        Answer established = amelie.get("/relationships/" + relationship).is(200);
        assertThat(established.text("status")).isEqualTo("ACTIVE");
        assertThat(established.text("partner.name")).isEqualTo("Meridian");
        assertThat(established.text("customer.id")).isEqualTo(aurora);
        assertThat(amelie.get("/invitations/" + invitation).is(200).text("partner.name"))
                .isEqualTo("Meridian");
        assertThat(tom.get("/relationships/" + relationship).is(200).text("customer.name"))
                .isEqualTo("Aurora");
        assertThat(count(tom, "")).isZero();
        assertThat(count(mia, "&view=PARTNER"))
                .as("nor does the Global admin by being one")
                .isZero();
        tom.get("/rooms/" + chicagoRoom).isNotFound();
        assertSame(sol.get("/relationships/" + relationship), sol.get("/relationships/" + nobody()));
        tom.post("/invitations/" + invitation + "/accept", primaryAdmins(user(paul)))
                .isProblem(409, "invitation-not-pending");
    }

    @Test
    @Order(5)
    void shouldShowThePrimaryAdminExactlyTheDelegatedRooms() {
        for (Actor admin : List.of(paul, priya)) {
            assertThat(count(admin, "&view=PARTNER"))
                    .as("rooms of " + admin.name())
                    .isEqualTo(US);
        }
        List<Map<String, Object>> walked = paul.all("/rooms?view=PARTNER&limit=50&sort=name");
        assertThat(walked).hasSize(US).allSatisfy(room -> {
            assertThat(room).containsEntry("tenantId", aurora);
            assertThat(room.get("location"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("country", "US");
        });
        assertThat(walked.stream().map(room -> room.get("id"))).doesNotHaveDuplicates();
        assertThat(walked.stream().map(room -> (String) room.get("name")))
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertSame(paul.get("/rooms/" + germanRoom), paul.get("/rooms/" + nobody()));
        assertSame(paul.get("/rooms/" + borealisRoom), paul.get("/rooms/" + nobody()));
        assertSame(
                paul.patch("/rooms/" + germanRoom, "\"1\"", Map.of("capacity", 1)),
                paul.patch("/rooms/" + nobody(), "\"1\"", Map.of("capacity", 1)));
        assertThat(count(paul, "&country=DE")).isZero();
        assertThat(count(paul, "&q=Berlin")).isZero();
        paul.patchCurrent("/rooms/" + chicagoRoom, Map.of("capacity", 17)).is(200);
    }

    @Test
    @Order(6)
    void shouldLetTheHelpDeskSeeJustItsRoomsAndModifyNone() {
        helpDesk = paul.post(
                        "/roles",
                        with(role("Help desk", "rooms:view", "incidents:view"), "relationshipId", relationship))
                .is(201)
                .id();
        helpDeskAssignment = paul.post(
                        "/roles/" + helpDesk + "/assignments",
                        assignment("New York", roomGroups(groupNewYork), group("help-desk")))
                .is(201)
                .id();

        List<Map<String, Object>> seen = hana.all("/rooms?view=PARTNER&limit=25");

        assertThat(seen)
                .hasSize(NEW_YORK)
                .allSatisfy(room -> assertThat((String) room.get("name")).startsWith("New York"));
        assertThat(count(hana, "")).isEqualTo(NEW_YORK);
        String room = "/rooms/" + seen.getFirst().get("id");
        hana.patchCurrent(room, Map.of("capacity", 99)).isForbiddenFor("rooms:modify");
        hana.get("/rooms/" + chicagoRoom).isNotFound();
        hana.post("/roles", with(role("Mine", "rooms:view"), "relationshipId", relationship))
                .isForbiddenFor("roles:modify");
        assertThat(amelie.get("/roles/" + helpDesk).is(200).text("name")).isEqualTo("Help desk");
        amelie.patchCurrent("/roles/" + helpDesk, Map.of("name", "Ours")).is(403);
    }

    @Test
    @Order(7)
    void shouldListBothCustomersAsOne() {
        String second = bruno.post("/invitations", invitation("meridian.example", all()))
                .is(201)
                .id();
        secondRelationship = tom.post("/invitations/" + second + "/accept", primaryAdmins(user(paul)))
                .is(200)
                .text("relationshipId");

        List<String> names = paul.all("/rooms?view=PARTNER&sort=-name&limit=40").stream()
                .map(room -> (String) room.get("name"))
                .toList();

        assertThat(names).hasSize(US + BOREALIS).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(names.subList(0, BOREALIS)).as("sorted over both").allMatch(name -> name.startsWith("Toronto"));
        assertThat(count(paul, "&view=PARTNER")).isEqualTo(US + BOREALIS);
        assertThat(count(paul, "&customerId=" + aurora)).isEqualTo(US);
        assertThat(count(paul, "&customerId=" + borealis)).isEqualTo(BOREALIS);
        assertThat(count(paul, "&customerId=" + nobody())).isZero();
        assertThat(count(hana, "&customerId=" + borealis)).isZero();
        assertThat(count(priya, "&customerId=" + borealis)).isZero();
        hana.get("/rooms/" + borealisRoom).isNotFound();
        priya.get("/roles?relationshipId=" + secondRelationship).isOneOf(403, 404);
        assertThat(paul.get("/access/me").is(200).texts("contexts.customerId")).contains(aurora, borealis);
        paul.post(
                        "/roles/" + helpDesk + "/assignments",
                        assignment("Everywhere", Bodies.rooms(borealisRoom), group("help-desk")))
                .isOneOf(400, 404);
    }

    @Test
    @Order(8)
    void shouldNarrowTheDelegationAtOnce() {
        amelie.putCurrent("/delegations/" + relationship, Map.of("roomScope", roomGroups(groupNewYork)))
                .is(200);

        assertThat(count(paul, "&customerId=" + aurora)).isEqualTo(NEW_YORK);
        paul.get("/rooms/" + chicagoRoom).isNotFound();
        paul.patch("/rooms/" + chicagoRoom, "\"1\"", Map.of("capacity", 1)).isNotFound();

        amelie.putCurrent("/delegations/" + relationship, Map.of("roomScope", roomGroups(groupUs)))
                .is(200);
        paul.get("/rooms/" + chicagoRoom).is(200);
        amelie.unaware()
                .putCurrent("/delegations/" + relationship, Map.of("roomScope", roomGroups(groupNewYork)))
                .is(200);
        withinASecond(() -> paul.unaware().get("/rooms/" + chicagoRoom).isNotFound());
    }

    @Test
    @Order(9)
    void shouldSuspendAndResumeAtOnce() {
        String newYork =
                paul.get("/rooms?limit=1&customerId=" + aurora).is(200).ids().getFirst();
        amelie.post("/relationships/" + relationship + "/suspend").is(200);

        assertThat(count(paul, "&customerId=" + aurora)).isZero();
        assertThat(count(paul, "&view=PARTNER")).as("the other customer's stay").isEqualTo(BOREALIS);
        paul.get("/rooms/" + newYork).isNotFound();
        hana.get("/rooms/" + newYork).isNotFound();
        paul.get("/roles?relationshipId=" + relationship).is(403);
        paul.post("/roles", with(role("No", "rooms:view"), "relationshipId", relationship))
                .is(403);
        assertThat(paul.get("/relationships/" + relationship).is(200).text("status"))
                .isEqualTo("SUSPENDED");
        amelie.post("/relationships/" + relationship + "/suspend").isProblem(409, "relationship-not-active");
        paul.post("/relationships/" + relationship + "/resume").is(403);

        amelie.post("/relationships/" + relationship + "/resume").is(200);
        assertThat(count(paul, "&customerId=" + aurora)).isEqualTo(NEW_YORK);
        assertThat(count(hana, "&customerId=" + aurora))
                .as("roles and assignments were kept")
                .isEqualTo(NEW_YORK);

        amelie.unaware().post("/relationships/" + relationship + "/suspend").is(200);
        withinASecond(() -> paul.unaware().get("/rooms/" + newYork).isNotFound());
        amelie.post("/relationships/" + relationship + "/resume").is(200);
    }

    @Test
    @Order(10)
    void shouldRemoveThePartnerAndLeaveTheOtherCustomerAlone() {
        String newYork =
                paul.get("/rooms?limit=1&customerId=" + aurora).is(200).ids().getFirst();
        paul.post("/relationships/" + relationship + "/suspend").is(403);

        amelie.unaware().deleteCurrent("/relationships/" + relationship).is(204);

        withinASecond(() -> paul.unaware().get("/rooms/" + newYork).isNotFound());
        assertThat(amelie.get("/relationships/" + relationship).is(200).text("status"))
                .isEqualTo("TERMINATED");
        assertThat(count(paul, "&customerId=" + aurora)).isZero();
        for (Actor former : List.of(paul, priya, hana)) {
            former.get("/rooms/" + newYork).isNotFound();
            former.patch("/rooms/" + newYork, "\"1\"", Map.of("capacity", 1)).isNotFound();
            former.get("/roles?relationshipId=" + relationship).isNotFound();
            former.get("/delegations/" + relationship).isNotFound();
        }
        for (Actor any : List.of(paul, amelie)) {
            any.get("/roles/" + helpDesk).isNotFound();
            any.get("/assignments/" + helpDeskAssignment).isNotFound();
        }
        paul.post("/roles", with(role("Back", "rooms:view"), "relationshipId", relationship))
                .isNotFound();
        assertThat(count(paul, "&customerId=" + borealis)).isEqualTo(BOREALIS);
        assertThat(bruno.get("/relationships/" + secondRelationship).is(200).text("status"))
                .isEqualTo("ACTIVE");
        assertThat(count(amelie, "")).as("her own rooms are all there").isEqualTo(US + 80 + 70 + 1);
    }

    @Test
    @Order(11)
    void shouldExportEachStepToTheCustomersAdministrator() {
        Answer answer = amelie.get("/audit/export?format=csv&from=" + begin).is(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");

        AuditCsv log = AuditCsv.parse(answer.body());

        assertThat(answer.body().lines().findFirst())
                .contains("activity.category,activity.objectName,activity.operation,activity.resultStatus,"
                        + "activity.tenantId,creationTime,user.userId,user.userTenantId");
        assertThat(log.entries()).allSatisfy(entry -> {
            assertThat(entry.tenantId()).isEqualTo(aurora);
            assertThat(Instant.parse(entry.creationTime())).isAfterOrEqualTo(begin);
        });
        steps(log, ada, aurora, "Assignment Create Successful");
        steps(
                log,
                amelie,
                aurora,
                "Room Create Failed",
                "Room Create Successful",
                "RoomGroup Create Successful",
                "PartnerInvitation Create Successful",
                "PartnerInvitation Create Failed",
                "Role Update Failed",
                "Delegation Update Successful",
                "Relationship Update Successful",
                "Relationship Update Failed",
                "Relationship Delete Successful");
        steps(log, arne, aurora, "PartnerInvitation Create Failed");
        steps(log, tom, meridian, "PartnerInvitation Update Failed", "PartnerInvitation Update Successful");
        steps(
                log,
                paul,
                meridian,
                "Room Update Failed",
                "Room Update Successful",
                "Role Create Successful",
                "Assignment Create Successful",
                "Relationship Update Failed");
        steps(log, hana, meridian, "Room Update Failed", "Role Create Failed");
        steps(log, sol, tenantOf(sol), "PartnerInvitation Update Failed");
        assertThat(log.of("Role Create Successful", paul))
                .singleElement()
                .satisfies(entry -> assertThat(entry.objectName()).isEqualTo("Help desk"));
        assertThat(log.of("Relationship Update Successful", amelie)).hasSize(4);
        assertThat(log.entries()).noneMatch(entry -> entry.userId().equals(bruno.id()));
        for (Actor other : List.of(paul, tom, arne)) {
            other.get("/audit/export?format=csv&from=" + begin).isForbiddenFor("audit:export");
        }
    }

    private static void steps(AuditCsv log, Actor actor, String tenant, String... whats) {
        assertThat(Stream.of(whats))
                .allSatisfy(what -> assertThat(log.of(what, actor))
                        .as("%s by %s", what, actor.name())
                        .isNotEmpty()
                        .allSatisfy(entry -> assertThat(entry.userTenantId()).isEqualTo(tenant)));
    }

    private static void assertSame(Answer hidden, Answer missing) {
        hidden.isNotFound();
        missing.isNotFound();
        assertThat(hidden.withoutInstance()).isEqualTo(missing.withoutInstance());
        assertThat(hidden.response().headers().asList().stream().map(header -> header.getName()))
                .containsExactlyElementsOf(missing.response().headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
    }

    private void withinASecond(Runnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(holds::run);
    }

    private static String rooms() {
        return Bodies.csvOfRooms("New York", NEW_YORK, "US")
                + withoutHeader(Bodies.csvOfRooms("Seattle", 60, "US"))
                + withoutHeader(Bodies.csvOfRooms("Chicago", US - NEW_YORK - 60, "US"))
                + withoutHeader(Bodies.csvOfRooms("Berlin", 80, "DE"))
                + withoutHeader(Bodies.csvOfRooms("Tokyo", 70, "JP"));
    }

    private static String withoutHeader(String csv) {
        return csv.substring(csv.indexOf('\n') + 1);
    }

    private String roomGroup(String name, String filter) {
        List<Object> ids = amelie.all("/rooms?limit=200&" + filter).stream()
                .map(room -> room.get("id"))
                .toList();
        return amelie.post("/room-groups", Map.of("name", name, "roomIds", ids))
                .is(201)
                .id();
    }

    private static int count(Actor actor, String filters) {
        return actor.get("/rooms?limit=1&includeTotal=true" + filters).is(200).total();
    }

    private static String tenantOf(Actor actor) {
        return actor.get("/access/me").is(200).text("tenantId");
    }

    private static String nobody() {
        return Missing.id();
    }

    private static void administrators(Actor by, String roleKey, Actor colleague) {
        String role = by.get("/roles?key=" + roleKey).is(200).ids().getFirst();
        by.post("/roles/" + role + "/assignments", assignment(colleague.name(), all(), user(colleague)))
                .is(201);
    }

    /** An earlier play may have given them. */
    private static void takeAwayRoles(Actor admin) {
        for (Map<String, Object> assignment : admin.all("/assignments?limit=200")) {
            if (assignment.get("relationshipId") == null) {
                admin.deleteCurrent("/assignments/" + assignment.get("id")).is(204);
            }
        }
    }
}
