package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.groups;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody hands on what they do not hold, by whatever way. */
@QuarkusTest
class EscalationIT extends BetweenTwo {
    private UUID us;
    private UUID german;
    private UUID boston;
    private UUID berlin;

    @BeforeEach
    void open() {
        us = world.group(aurora);
        german = world.group(aurora);
        boston = world.room(aurora, us);
        berlin = world.room(aurora, german);
        String delegates = role(
                world.admin(aurora), null, "Delegates", "roles:view", "roles:modify", "rooms:view", "rooms:modify");
        assign(world.admin(aurora), delegates, groups(us), user("dora"));
    }

    @Test
    void shouldMakeRolesOnlyOfWhatOneHolds() {
        role(world.user(aurora, "dora"), null, "Viewers", "rooms:view");

        refused(
                json(
                                world.user(aurora, "dora"),
                                Map.of("name", "Makers", "permissions", List.of("rooms:view", "rooms:create")))
                        .post("/v1/roles"),
                "rooms:create");
    }

    @Test
    void shouldAssignOnlyOverWhatOneHolds() {
        String viewers = role(world.user(aurora, "dora"), null, "Viewers", "rooms:view");

        assign(world.user(aurora, "dora"), viewers, groups(us), user("vic"));
        assign(world.user(aurora, "dora"), viewers, rooms(boston), user("vic"));
        refused(assigning(viewers, all()), "rooms:view");
        // What she cannot see at all she cannot even name.
        assigning(viewers, groups(german)).then().statusCode(400);
        assigning(viewers, rooms(berlin)).then().statusCode(400);
        refused(assigning(world.builtIn(aurora, "site-tech"), groups(us)), "rooms:download-key");
    }

    @Test
    void shouldNotTakeAGroupForTheRoomsItHoldsToday() {
        UUID both = world.group(aurora);
        UUID chicago = world.room(aurora, us, both);
        String viewers = role(world.user(aurora, "dora"), null, "Viewers", "rooms:view");

        refused(assigning(viewers, groups(both)), "rooms:view");
        assign(world.user(aurora, "dora"), viewers, rooms(chicago), user("vic"));
    }

    @Test
    void shouldNotWidenARoleBeyondItsAssignments() {
        String viewers = role(world.admin(aurora), null, "Viewers", "rooms:view");
        assign(world.admin(aurora), viewers, groups(german), user("vic"));

        refused(
                patch(world.user(aurora, "dora"), "*", Map.of("permissions", List.of("rooms:view", "rooms:modify")))
                        .patch(viewers),
                "rooms:modify");
        patch(world.user(aurora, "dora"), "*", Map.of("name", "Watchers"))
                .patch(viewers)
                .then()
                .statusCode(200);
        patch(world.admin(aurora), "*", Map.of("permissions", List.of("rooms:view", "rooms:modify")))
                .patch(viewers)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNotWidenAnAssignment() {
        String viewers = role(world.user(aurora, "dora"), null, "Viewers", "rooms:view");
        String path = assign(world.user(aurora, "dora"), viewers, groups(us), user("vic"));

        refused(patch(world.user(aurora, "dora"), "*", Map.of("scope", all())).patch(path), "rooms:view");
        patch(world.user(aurora, "dora"), "*", Map.of("scope", Map.of("roomGroupIds", List.of())))
                .patch(path)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNotAddMembersToWhatOneDoesNotHold() {
        String lead = world.builtIn(aurora, "site-lead");
        String path = assign(world.admin(aurora), lead, all(), user("lea"), user("leo"));

        refused(world.user(aurora, "dora").header("If-Match", "*").put(path + "/members/USER/dora"), "rooms:view");
        refused(
                patch(
                                world.user(aurora, "dora"),
                                "*",
                                Map.of("members", List.of(user("lea"), user("leo"), user("dora"))))
                        .patch(path),
                "rooms:view");
    }

    @Test
    void shouldNotProlongWhatOneDoesNotHold() {
        String lead = world.builtIn(aurora, "site-lead");
        Map<String, Object> ended = new HashMap<>(assignment(all(), user("lea")));
        ended.put("endsAt", "2020-01-01T00:00:00Z");
        String path =
                json(world.admin(aurora), ended).post(lead + "/assignments").header("Location");
        Map<String, Object> forever = new HashMap<>();
        forever.put("endsAt", null);

        refused(patch(world.user(aurora, "dora"), "*", forever).patch(path), "rooms:view");
        patch(world.admin(aurora), "*", forever)
                .patch(path)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("endsAt")));
    }

    @Test
    void shouldGiveAPrimaryAdminNothingBeyondTheRelationship() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        UUID borealis = world.tenant("Borealis");
        Relationship other = world.relationship(borealis, meridian, "pia");

        refused(
                json(
                                world.user(meridian, "paul"),
                                Map.of(
                                        "name", "Makers",
                                        "permissions", List.of("rooms:create"),
                                        "relationshipId", relationship.id()))
                        .post("/v1/roles"),
                "rooms:create");
        world.user(meridian, "paul")
                .get("/v1/roles?relationshipId=" + other.id())
                .then()
                .statusCode(404);
        world.user(meridian, "pia")
                .get("/v1/roles?relationshipId=" + relationship.id())
                .then()
                .statusCode(404);
        world.user(meridian, "paul").get("/v1/roles").then().statusCode(403);
    }

    @Test
    void shouldGiveAPrimaryAdminNothingBeyondTheCustomersCeiling() {
        Relationship low = Relationship.between(aurora, meridian, List.of("rooms:view", "roles:view", "roles:modify"));
        world.accept(low, "paul");

        world.user(meridian, "paul")
                .get("/v1/roles/" + low.primaryAdminRole())
                .then()
                .body("permissions", equalTo(List.of("rooms:view", "roles:view", "roles:modify")));
        refused(
                json(
                                world.user(meridian, "paul"),
                                Map.of(
                                        "name", "Fixers",
                                        "permissions", List.of("rooms:view", "rooms:modify"),
                                        "relationshipId", low.id()))
                        .post("/v1/roles"),
                "rooms:modify");
    }

    @Test
    void shouldNotLetWhoHasJustLostTheRoleHandItOn() {
        // What decides in memory may be a moment old; the tables are not. Here it is held back for good.
        String delegates = world.admin(aurora)
                .get("/v1/assignments?principalType=USER&principalId=dora")
                .path("items[0].id");
        String viewers = role(world.user(aurora, "dora"), null, "Viewers", "rooms:view");
        database.execute("delete from assignment_member where assignment_id = '" + delegates + "'");

        world.user(aurora, "dora").get("/v1/roles").then().statusCode(200);
        refused(assigning(viewers, groups()), "rooms:view");
    }

    private Response assigning(String role, Map<String, Object> scope) {
        return json(world.user(aurora, "dora"), assignment(scope, user("vic"))).post(role + "/assignments");
    }

    private static void refused(Response answer, String permission) {
        answer.then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", containsString("hand on"))
                .body("detail", containsString(permission));
    }
}
