package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Topic;
import io.keyholder.rbac.World.Relationship;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks and their reasons: what is allowed by what, and no more told than the one who asks may know. */
@QuarkusTest
class AccessCheckIT extends BetweenTwo {
    private UUID us;
    private UUID boston;
    private UUID berlin;
    private Relationship relationship;

    @BeforeEach
    void open() {
        us = world.group(aurora);
        boston = world.room(aurora, us);
        berlin = world.room(aurora);
        relationship = world.relationship(aurora, meridian, "paul");
        world.delegate(relationship, Scope.selected(List.of(), List.of(us)));
    }

    @Test
    void shouldNameWhatAllows() {
        check(world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", aurora, "roomId", boston))
                .body("allowed", equalTo(true))
                .body("because.code", equalTo(List.of("ASSIGNMENT", "RELATIONSHIP", "DELEGATION")))
                .body(
                        "because[0].assignmentId",
                        equalTo(relationship.firstAssignment().toString()))
                .body(
                        "because[0].roleId",
                        equalTo(relationship.primaryAdminRole().toString()))
                .body("because[0].roleName", equalTo("Primary admin"))
                .body("because[0].scope.type", equalTo("ALL"))
                .body("because[1].relationshipId", equalTo(relationship.id().toString()));
        check(world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", aurora))
                .body("because.code", equalTo(List.of("ASSIGNMENT", "RELATIONSHIP")));
        check(world.admin(aurora), Map.of("permission", "settings:modify", "customerId", aurora))
                .body("because.code", equalTo(List.of("GLOBAL_ADMIN")));
    }

    @Test
    void shouldSayThatGroupsAreMissingWhereTheyMightHaveChangedTheAnswer() {
        TokenSpec hana = TokenSpec.of("hana").tenant(meridian.toString());
        Map<String, Object> own = Map.of("permission", "rooms:view", "customerId", meridian);

        check(world.as(hana), own).body("because.code", equalTo(List.of("NO_ASSIGNMENT", "GROUPS_UNKNOWN")));
        check(world.as(hana.groups()), own).body("because.code", equalTo(List.of("NO_ASSIGNMENT")));
        for (UUID customer : List.of(aurora, Ids.next())) {
            check(world.as(hana), Map.of("permission", "rooms:view", "customerId", customer))
                    .body("because.code", equalTo(List.of("NO_RELATIONSHIP", "GROUPS_UNKNOWN")));
        }
        world.as(hana).get("/v1/access/me").then().body("groups", hasSize(0)).body("groupsComplete", equalTo(false));
        world.as(hana.groups()).get("/v1/access/me").then().body("groupsComplete", equalTo(true));
    }

    @Test
    void shouldSayThatGroupsAreMissingWithTheLackOfAPermission() {
        TokenSpec norma = TokenSpec.of("norma").tenant(aurora.toString());
        String sentence = "does not list all of your groups";

        world.as(norma).get("/v1/roles").then().statusCode(403).body("detail", containsString(sentence));
        world.as(norma.groups()).get("/v1/roles").then().statusCode(403).body("detail", not(containsString(sentence)));
    }

    @Test
    void shouldHideARoomThatOneCannotSee() {
        for (UUID room : List.of(berlin, Ids.next())) {
            check(
                            world.user(meridian, "paul"),
                            Map.of("permission", "rooms:view", "customerId", aurora, "roomId", room))
                    .body("allowed", equalTo(false))
                    .body(
                            "because",
                            equalTo(List.of(Map.of(
                                    "code", "ROOM_NOT_FOUND", "message", "There is no such room that you can see."))));
        }
    }

    @Test
    void shouldTellTheCustomersSideAloneWhatIsNotDelegated() {
        Map<String, Object> paul = Map.of("type", "USER", "id", "paul", "tenantId", meridian);

        check(
                        world.admin(aurora),
                        Map.of("principal", paul, "permission", "rooms:view", "customerId", aurora, "roomId", berlin))
                .body("because.code", equalTo(List.of("OUTSIDE_DELEGATION")));
        check(
                        world.admin(aurora),
                        Map.of("principal", paul, "permission", "rooms:view", "customerId", aurora, "roomId", boston))
                .body("allowed", equalTo(true));
        check(
                        world.admin(aurora),
                        Map.of(
                                "principal",
                                paul,
                                "permission",
                                "rooms:view",
                                "customerId",
                                aurora,
                                "roomId",
                                Ids.next()))
                .body("because.code", equalTo(List.of("ROOM_NOT_FOUND")));
    }

    @Test
    void shouldNameTheNearestReason() {
        String desk = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "incidents:view");
        UUID chicago = world.room(aurora, us);
        assign(world.user(meridian, "paul"), desk, rooms(chicago), user("nina"));
        Map<String, Object> nina = user("nina");

        check(world.user(meridian, "nina"), Map.of("permission", "rooms:modify", "customerId", aurora))
                .body("because.code", equalTo(List.of("ROLE_LACKS_PERMISSION")))
                .body("because[0].roleName", equalTo("Help desk"))
                .body("because[0].message", equalTo("The roles assigned do not hold the permission."));
        check(
                        world.user(meridian, "paul"),
                        Map.of(
                                "principal",
                                nina,
                                "permission",
                                "incidents:view",
                                "customerId",
                                aurora,
                                "roomId",
                                boston))
                .body("because.code", equalTo(List.of("OUTSIDE_ASSIGNMENT_SCOPE")))
                .body("because[0].roleName", equalTo("Help desk"))
                .body("because[0].scope.roomIds", equalTo(List.of(chicago.toString())));
        check(
                        world.user(meridian, "nina"),
                        Map.of("permission", "incidents:view", "customerId", aurora, "roomId", boston))
                .body("because.code", equalTo(List.of("ROOM_NOT_FOUND")));
        check(
                        world.user(meridian, "nina"),
                        Map.of("permission", "incidents:view", "customerId", aurora, "roomId", chicago))
                .body("allowed", equalTo(true));
        check(
                        world.user(meridian, "paul"),
                        Map.of("principal", user("nobody"), "permission", "rooms:view", "customerId", aurora))
                .body("because.code", equalTo(List.of("NO_ASSIGNMENT")));
        world.tell(relationship, RelationshipState.Status.SUSPENDED);
        await().atMost(SOON)
                .untilAsserted(() -> check(
                                world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", aurora))
                        .body("because.code", equalTo(List.of("RELATIONSHIP_SUSPENDED"))));
    }

    @Test
    void shouldSayThatTheCeilingForbidsIt() {
        UUID borealis = world.tenant("Borealis");
        Relationship low =
                Relationship.between(borealis, meridian, List.of("rooms:view", "roles:view", "roles:modify"));
        world.accept(low, "paul");
        Map<String, Object> modify = Map.of("permission", "rooms:modify", "customerId", borealis);

        check(world.user(meridian, "paul"), modify)
                .body("allowed", equalTo(false))
                .body("because.code", equalTo(List.of("ABOVE_CEILING")))
                .body("because[0].roleName", equalTo("Primary admin"));
        check(
                        world.user(meridian, "paul"),
                        Map.of("principal", user("nina"), "permission", "rooms:modify", "customerId", borealis))
                .body("because.code", equalTo(List.of("ABOVE_CEILING")));
        check(
                        world.admin(borealis),
                        Map.of(
                                "principal",
                                Map.of("type", "USER", "id", "paul", "tenantId", meridian),
                                "permission",
                                "incidents:view",
                                "customerId",
                                borealis))
                .body("because.code", equalTo(List.of("ABOVE_CEILING")));
        check(world.user(meridian, "eve"), modify).body("because.code", equalTo(List.of("NO_RELATIONSHIP")));
        check(world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", borealis))
                .body("allowed", equalTo(true));
    }

    @Test
    void shouldNotTellOfARelationshipThatOneMayNotKnowOf() {
        UUID borealis = world.tenant("Borealis");

        for (UUID customer : List.of(aurora, borealis, Ids.next())) {
            check(world.user(meridian, "nobody"), Map.of("permission", "rooms:view", "customerId", customer))
                    .body("allowed", equalTo(false))
                    .body("because.code", equalTo(List.of("NO_RELATIONSHIP")));
            json(
                            world.user(meridian, "nobody"),
                            Map.of("principal", user("paul"), "permission", "rooms:view", "customerId", customer))
                    .post("/v1/access/check")
                    .then()
                    .statusCode(404);
        }
        check(world.admin(meridian), Map.of("permission", "rooms:view", "customerId", aurora))
                .body("because.code", equalTo(List.of("NO_ASSIGNMENT")));
    }

    @Test
    void shouldAnswerAboutOthersOnlyToWhoSeesTheirRoles() {
        String watch = role(world.admin(aurora), null, "Watch", "rooms:view");
        assign(world.admin(aurora), watch, all(), World.group("watch"));
        Map<String, Object> aboutAda = Map.of(
                "principal", user("ada"), "groups", List.of("watch"), "permission", "rooms:view", "customerId", aurora);

        json(world.user(aurora, "nobody"), aboutAda)
                .post("/v1/access/check")
                .then()
                .statusCode(403);
        check(world.admin(aurora), aboutAda).body("allowed", equalTo(true));
        check(
                        world.admin(aurora),
                        Map.of("principal", World.group("watch"), "permission", "rooms:view", "customerId", aurora))
                .body("allowed", equalTo(true));
        check(
                        world.admin(aurora),
                        Map.of(
                                "principal",
                                user("root"),
                                "groups",
                                List.of("x"),
                                "permission",
                                "rooms:view",
                                "customerId",
                                aurora))
                .body("allowed", equalTo(false));
        check(
                        world.user(aurora, "wim", "watch"),
                        Map.of("principal", World.group("watch"), "permission", "rooms:view", "customerId", aurora))
                .body("allowed", equalTo(true));
        json(
                        world.user(aurora, "nobody"),
                        Map.of(
                                "principal",
                                Map.of("type", "USER", "id", "paul", "tenantId", meridian),
                                "permission",
                                "rooms:view",
                                "customerId",
                                aurora))
                .post("/v1/access/check")
                .then()
                .statusCode(403)
                .body("detail", containsString("partners:view"));
        json(world.admin(meridian), Map.of("principal", user("paul"), "permission", "rooms:view", "customerId", aurora))
                .post("/v1/access/check")
                .then()
                .statusCode(403)
                .body("detail", containsString("roles:view"));
    }

    @Test
    void shouldAnswerManyQuestionsInTheirOrderAsEachByItself() {
        Map<String, Object> inBoston = Map.of("permission", "rooms:view", "customerId", aurora, "roomId", boston);
        Map<String, Object> inBerlin = Map.of("permission", "rooms:view", "customerId", aurora, "roomId", berlin);
        Map<String, Object> nowhere = Map.of("permission", "rooms:view", "customerId", Ids.next());
        Map<String, Object> aboutNina =
                Map.of("principal", user("nina"), "permission", "rooms:view", "customerId", aurora);
        List<Map<String, Object>> questions = List.of(inBoston, inBerlin, nowhere, aboutNina, inBoston);

        ValidatableResponse answer = batch(world.user(meridian, "paul"), questions.toArray())
                .statusCode(200)
                .body("results.allowed", equalTo(List.of(true, false, false, false, true)));

        for (int i = 0; i < questions.size(); i++) {
            Map<String, Object> alone = check(world.user(meridian, "paul"), questions.get(i))
                    .extract()
                    .jsonPath()
                    .getMap("");
            answer.body("results[" + i + "]", equalTo(alone));
        }
    }

    @Test
    void shouldAnswerNoneWhenOneCannotBeAsked() {
        Map<String, Object> fine = Map.of("permission", "rooms:view", "customerId", aurora);
        Map<String, Object> wrong = Map.of("permission", "rooms:paint", "customerId", aurora);
        Map<String, Object> ofAnotherTenant = Map.of(
                "principal",
                Map.of("type", "USER", "id", "x", "tenantId", Ids.next()),
                "permission",
                "rooms:view",
                "customerId",
                aurora);

        batch(world.admin(aurora), fine, wrong, wrong)
                .statusCode(400)
                .body("violations.field", equalTo(List.of("checks[1].permission", "checks[2].permission")));
        batch(world.admin(aurora), fine, ofAnotherTenant)
                .statusCode(400)
                .body("violations.field", equalTo(List.of("checks[1].principal.tenantId")));
        batch(
                        world.user(aurora, "nobody"),
                        fine,
                        Map.of("principal", user("ada"), "permission", "rooms:view", "customerId", aurora))
                .statusCode(403)
                .body("detail", containsString("roles:view"));
    }

    @Test
    void shouldAnswerUpToAThousandQuestions() {
        Map<String, Object> fine = Map.of("permission", "rooms:view", "customerId", aurora);

        batch(world.admin(aurora)).statusCode(400).body("violations.field", equalTo(List.of("checks")));
        batch(world.admin(aurora), Collections.nCopies(1001, fine).toArray())
                .statusCode(400)
                .body("violations.field", equalTo(List.of("checks")));
        batch(world.admin(aurora), Collections.nCopies(1000, fine).toArray())
                .statusCode(200)
                .body("results", hasSize(1000));
    }

    private static ValidatableResponse batch(RequestSpecification by, Object... checks) {
        return json(by, Map.of("checks", List.of(checks)))
                .post("/v1/access/check-batch")
                .then();
    }

    @Test
    void shouldRefuseWhatIsNoQuestion() {
        json(world.admin(aurora), Map.of("permission", "rooms:paint", "customerId", aurora))
                .post("/v1/access/check")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("permission"));
        json(world.admin(aurora), Map.of()).post("/v1/access/check").then().statusCode(400);
        json(
                        world.admin(aurora),
                        Map.of(
                                "principal",
                                Map.of("type", "USER", "id", "x", "tenantId", Ids.next()),
                                "permission",
                                "rooms:view",
                                "customerId",
                                aurora))
                .post("/v1/access/check")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("principal.tenantId"));
    }

    @Test
    void shouldDenyWithoutADelegation() {
        UUID borealis = world.tenant("Borealis");
        Relationship bare = world.relationship(borealis, meridian, "paul");
        UUID room = world.room(borealis);

        check(world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", borealis, "roomId", room))
                .body("because.code", equalTo(List.of("ROOM_NOT_FOUND")));
        world.delegate(bare, Scope.all());
        check(world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", borealis, "roomId", room))
                .body("allowed", equalTo(true));
    }

    @Test
    void shouldDenyWhatADelegationThatCannotBeReadMightTakeBack() {
        Map<String, Object> question = Map.of("permission", "rooms:view", "customerId", aurora, "roomId", boston);
        check(world.user(meridian, "paul"), question).body("allowed", equalTo(true));

        world.published()
                .record(new ProducerRecord<>(
                        Topic.DELEGATIONS.topicName(),
                        relationship.id().toString(),
                        "nonsense".getBytes(StandardCharsets.UTF_8)));

        await().atMost(SOON)
                .untilAsserted(
                        () -> check(world.user(meridian, "paul"), question).body("allowed", equalTo(false)));
        world.delegate(relationship, Scope.all());
        check(world.user(meridian, "paul"), question).body("allowed", equalTo(true));
    }

    @Test
    void shouldNotCountADeletedGroup() {
        Map<String, Object> question = Map.of("permission", "rooms:view", "customerId", aurora, "roomId", boston);

        world.published().states(new RoomGroupState(us, aurora, RoomGroupState.Status.DELETED));

        await().atMost(SOON)
                .untilAsserted(
                        () -> check(world.user(meridian, "paul"), question).body("allowed", equalTo(false)));
    }

    @Test
    void shouldDenyPartnersOnceTheDataIsTooOld() {
        world.published().stopBeating();

        await().atMost(SOON)
                .untilAsserted(() -> check(
                                world.user(meridian, "paul"), Map.of("permission", "rooms:view", "customerId", aurora))
                        .body("because.code", equalTo(List.of("DATA_TOO_OLD"))));
        check(world.user(meridian, "nobody"), Map.of("permission", "rooms:view", "customerId", Ids.next()))
                .body("because.code", equalTo(List.of("DATA_TOO_OLD")));
        check(world.admin(aurora), Map.of("permission", "rooms:view", "customerId", aurora, "roomId", berlin))
                .body("allowed", equalTo(true));
        world.user(meridian, "paul").get("/v1/access/me").then().body("contexts", hasSize(1));
        world.user(meridian, "paul")
                .get("/v1/roles?relationshipId=" + relationship.id())
                .then()
                .statusCode(404);
    }

    @Test
    void shouldShowOnesOwnAccess() {
        world.user(meridian, "paul", "b", "a")
                .get("/v1/access/me")
                .then()
                .statusCode(200)
                .body("tenantId", equalTo(meridian.toString()))
                .body("principal.type", equalTo("USER"))
                .body("principal.id", equalTo("paul"))
                .body("groups", equalTo(List.of("a", "b")))
                .body("contexts", hasSize(2))
                .body("contexts[0].customerId", equalTo(meridian.toString()))
                .body("contexts[0].permissions", hasSize(0))
                .body("contexts[0]", not(hasKey("relationshipId")))
                .body("contexts[1].customerId", equalTo(aurora.toString()))
                .body("contexts[1].relationshipId", equalTo(relationship.id().toString()));
    }

    private static ValidatableResponse check(RequestSpecification by, Map<String, Object> question) {
        return json(by, question).post("/v1/access/check").then().statusCode(200);
    }
}
