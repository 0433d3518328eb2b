package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.groups;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Assignments and their members over HTTP. */
@QuarkusTest
class AssignmentsIT extends BetweenTwo {
    private Relationship relationship;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "paul");
    }

    @Test
    void shouldBeReadWithAllThatWasSaid() {
        UUID group = world.group(aurora);
        UUID room = world.room(aurora, group);
        String lead = world.builtIn(aurora, "site-lead");
        Instant end = Instant.parse("2099-01-01T00:00:00Z");

        String path = json(
                        world.admin(aurora),
                        Map.of(
                                "name",
                                "Night shift",
                                "description",
                                "After ten",
                                "emailNotifications",
                                true,
                                "members",
                                List.of(
                                        Map.of("type", "USER", "id", "ada", "displayName", "Ada Lovelace"),
                                        Map.of("type", "GROUP", "id", "night", "tenantId", aurora)),
                                "scope",
                                Map.of(
                                        "type", "SELECTED",
                                        "roomIds", List.of(room),
                                        "roomGroupIds", List.of(group)),
                                "endsAt",
                                end.toString()))
                .post(lead + "/assignments")
                .then()
                .statusCode(201)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .extract()
                .header("Location");

        world.admin(aurora)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("name", equalTo("Night shift"))
                .body("description", equalTo("After ten"))
                .body("emailNotifications", equalTo(true))
                .body("roleId", equalTo(lead.substring("/v1/roles/".length())))
                .body("members.id", equalTo(List.of("ada", "night")))
                .body("members.tenantId", everyItem(equalTo(aurora.toString())))
                .body("members[0].displayName", equalTo("Ada Lovelace"))
                .body("scope.type", equalTo("SELECTED"))
                .body("scope.roomIds", equalTo(List.of(room.toString())))
                .body("scope.roomGroupIds", equalTo(List.of(group.toString())))
                .body("endsAt", equalTo("2099-01-01T00:00:00Z"))
                .body("$", not(hasKey("startsAt")));
        world.admin(aurora).get(lead + "/assignments").then().body("items.name", equalTo(List.of("Night shift")));
    }

    @Test
    void shouldRefuseWhatIsNoAssignment() {
        String lead = world.builtIn(aurora, "site-lead") + "/assignments";

        json(world.admin(aurora), Map.of())
                .post(lead)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("name", "scope"));
        json(world.admin(aurora), Map.of("name", "X", "scope", Map.of("type", "ALL", "roomIds", List.of(Ids.next()))))
                .post(lead)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("scope"));
        json(world.admin(aurora), assignment(all(), Map.of("type", "USER", "id", "ada", "tenantId", meridian)))
                .post(lead)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("members[0].tenantId"));
        json(
                        world.admin(aurora),
                        Map.of(
                                "name", "X",
                                "scope", all(),
                                "startsAt", "2030-01-02T00:00:00Z",
                                "endsAt", "2030-01-01T00:00:00Z"))
                .post(lead)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("endsAt"));
    }

    @Nested
    class Scopes {

        @Test
        void shouldNameOnlyRoomsAndGroupsOfTheTenant() {
            String lead = world.builtIn(aurora, "site-lead");
            UUID others = world.room(meridian);
            UUID othersGroup = world.group(meridian);

            for (UUID unknown : List.of(others, Ids.next())) {
                json(world.admin(aurora), assignment(rooms(unknown), user("ada")))
                        .post(lead + "/assignments")
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo("scope.roomIds"))
                        .body("violations[0].message", equalTo("names a room that is not known here: " + unknown));
            }
            for (UUID unknown : List.of(othersGroup, Ids.next())) {
                json(world.admin(aurora), assignment(groups(unknown), user("ada")))
                        .post(lead + "/assignments")
                        .then()
                        .statusCode(400)
                        .body("violations[0].field", equalTo("scope.roomGroupIds"));
            }
        }

        @Test
        void shouldNameOnlyWhatIsDelegatedInARelationship() {
            UUID us = world.group(aurora);
            UUID east = world.group(aurora);
            UUID german = world.group(aurora);
            UUID boston = world.room(aurora, us, east);
            UUID berlin = world.room(aurora, german);
            world.delegate(relationship, Scope.selected(List.of(), List.of(us)));
            String desk = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");

            assign(world.user(meridian, "paul"), desk, groups(us), user("nina"));
            assign(world.user(meridian, "paul"), desk, groups(east), user("nina"));
            assign(world.user(meridian, "paul"), desk, rooms(boston), user("nina"));
            json(world.user(meridian, "paul"), assignment(groups(german), user("nina")))
                    .post(desk + "/assignments")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("scope.roomGroupIds"));
            json(world.user(meridian, "paul"), assignment(rooms(berlin), user("nina")))
                    .post(desk + "/assignments")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("scope.roomIds"));
        }

        @Test
        void shouldBeChangedToAllByNamingTheTypeAlone() {
            UUID group = world.group(aurora);
            String lead = world.builtIn(aurora, "site-lead");
            String path = assign(world.admin(aurora), lead, groups(group), user("ada"));

            patch(world.admin(aurora), "*", Map.of("scope", Map.of("type", "ALL")))
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("scope", equalTo(Map.of("type", "ALL")));
        }

        @Test
        void shouldBeChangedOneByOneUnderTheAssignmentsVersion() {
            UUID group = world.group(aurora);
            UUID room = world.room(aurora);
            UUID other = world.room(aurora);
            String path = assign(world.admin(aurora), world.builtIn(aurora, "site-lead"), rooms(room), user("ada"));

            world.admin(aurora).put(path + "/rooms/" + other).then().statusCode(428);
            for (String again : List.of("*", "*")) {
                world.admin(aurora)
                        .header("If-Match", again)
                        .put(path + "/rooms/" + other)
                        .then()
                        .statusCode(200)
                        .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                        .body("scope.roomIds", containsInAnyOrder(room.toString(), other.toString()));
            }
            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(path + "/room-groups/" + group)
                    .then()
                    .body("scope.roomGroupIds", equalTo(List.of(group.toString())));
            for (String gone : List.of("/rooms/" + other, "/rooms/" + room, "/room-groups/" + group)) {
                String version = world.admin(aurora).get(path).header("ETag");
                for (int status : List.of(204, 404)) {
                    world.admin(aurora)
                            .header("If-Match", version)
                            .delete(path + gone)
                            .then()
                            .statusCode(status);
                }
            }
            world.admin(aurora)
                    .get(path)
                    .then()
                    .body("scope.type", equalTo("SELECTED"))
                    .body("scope.roomIds", hasSize(0));
        }

        @Test
        void shouldTakeOneByOneOnlyWhatOneMayGive() {
            UUID mine = world.room(aurora);
            UUID another = world.room(aurora);
            String watch = role(world.admin(aurora), null, "Watch", "rooms:view", "roles:view", "roles:modify");
            assign(world.admin(aurora), watch, rooms(mine), user("ada"));
            String path = assign(world.user(aurora, "ada"), watch, rooms(mine), user("bob"));

            for (UUID hidden : List.of(another, Ids.next())) {
                world.user(aurora, "ada")
                        .header("If-Match", "*")
                        .put(path + "/rooms/" + hidden)
                        .then()
                        .statusCode(400)
                        .body("violations.field", equalTo(List.of("scope.roomIds")));
            }
        }

        @Test
        void shouldLeaveAllAsItIs() {
            UUID room = world.room(aurora);
            String path = assign(world.admin(aurora), world.builtIn(aurora, "site-lead"), all(), user("ada"));

            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(path + "/rooms/" + room)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
            world.admin(aurora)
                    .header("If-Match", "*")
                    .delete(path + "/rooms/" + room)
                    .then()
                    .statusCode(404);
        }

        @Test
        void shouldMeanNothingWhenNothingIsNamed() {
            String lead = world.builtIn(aurora, "site-lead");
            UUID room = world.room(aurora);
            assign(world.admin(aurora), lead, Map.of("type", "SELECTED"), user("ada"));

            json(world.user(aurora, "ada"), Map.of("permission", "rooms:view", "customerId", aurora, "roomId", room))
                    .post("/v1/access/check")
                    .then()
                    .body("allowed", equalTo(false))
                    .body("because.code", equalTo(List.of("ROOM_NOT_FOUND")));
        }

        @Test
        void shouldKeepWhatIsGoneSince() {
            UUID room = world.room(aurora);
            String lead = world.builtIn(aurora, "site-lead");
            String path = assign(world.admin(aurora), lead, rooms(room), user("ada"));
            world.published().states(new RoomState(room, aurora, List.of(), RoomState.Status.UNENROLLED));
            await().atMost(SOON).until(() -> world.count("known_room", "id = '" + room + "' and not active") == 1);

            patch(world.admin(aurora), "*", Map.of("name", "Renamed"))
                    .patch(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Members {

        @Test
        void shouldComeAndGoOneByOneUnderTheAssignmentsVersion() {
            String lead = world.builtIn(aurora, "site-lead");
            String path = assign(world.admin(aurora), lead, all(), user("ada"));
            String bob = path + "/members/USER/bob";

            world.admin(aurora).put(bob).then().statusCode(428);
            world.admin(aurora).header("If-Match", "\"7\"").put(bob).then().statusCode(412);
            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(bob)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("members.id", equalTo(List.of("ada", "bob")));
            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(bob)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
            world.user(aurora, "bob")
                    .get("/v1/access/me")
                    .then()
                    .body("contexts[0].permissions", hasItem("rooms:create"));
            world.admin(aurora).header("If-Match", "*").delete(bob).then().statusCode(204);
            world.admin(aurora).header("If-Match", "*").delete(bob).then().statusCode(404);
            world.user(aurora, "bob").get("/v1/access/me").then().body("contexts[0].permissions", hasSize(0));
            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(path + "/members/ROBOT/bob")
                    .then()
                    .statusCode(404);
        }

        @Test
        void shouldHaveWhateverIdsTheirIdentityProviderGivesThem() {
            String path = assign(world.admin(aurora), world.builtIn(aurora, "site-lead"), all(), user("ada"));

            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(path + "/members/GROUP/%2Fstaff%2Fnight%20shift")
                    .then()
                    .statusCode(200)
                    .body("members.id", hasItem("/staff/night shift"));
            world.user(aurora, "nina", "/staff/night shift")
                    .get("/v1/access/me")
                    .then()
                    .body("contexts[0].permissions", hasItem("rooms:view"));
            world.admin(aurora)
                    .header("If-Match", "*")
                    .delete(path + "/members/GROUP/%2Fstaff%2Fnight%20shift")
                    .then()
                    .statusCode(204);
        }

        @Test
        void shouldShowTheirNamesToTheirOwnTenantAlone() {
            String role = "/v1/roles/" + relationship.primaryAdminRole();
            String path = assign(
                    world.user(meridian, "paul"),
                    role,
                    all(),
                    Map.of("type", "USER", "id", "pia", "displayName", "Pia Meridian"));

            world.user(meridian, "paul").get(path).then().body("members[0].displayName", equalTo("Pia Meridian"));
            world.admin(aurora)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("members[0].id", equalTo("pia"))
                    .body("members[0]", not(hasKey("displayName")));
            patch(world.user(meridian, "paul"), "*", Map.of("name", "Renamed"))
                    .patch(path)
                    .then()
                    .body("members[0].displayName", equalTo("Pia Meridian"));
        }
    }

    @Nested
    class Listing {

        @Test
        void shouldFindThoseThatNameAPrincipal() {
            String lead = world.builtIn(aurora, "site-lead");
            assign(world.admin(aurora), lead, all(), user("ada"), World.group("night"));
            assign(world.admin(aurora), lead, all(), World.group("ada"));

            world.admin(aurora).get("/v1/assignments?principalId=ada").then().body("items", hasSize(2));
            world.admin(aurora)
                    .get("/v1/assignments?principalType=USER&principalId=ada&includeTotal=true")
                    .then()
                    .body("items", hasSize(1))
                    .body("total", equalTo(1));
            world.admin(aurora)
                    .get("/v1/assignments?principalType=USER&principalId=night")
                    .then()
                    .body("items", hasSize(0));
            world.admin(aurora)
                    .get("/v1/assignments?relationshipId=" + relationship.id())
                    .then()
                    .body(
                            "items.id",
                            equalTo(List.of(relationship.firstAssignment().toString())));
        }

        @Test
        void shouldAlwaysShowOnesOwn() {
            String lead = world.builtIn(aurora, "site-lead");
            assign(world.admin(aurora), lead, all(), user("ada"));
            assign(world.admin(aurora), lead, all(), World.group("night"));

            world.user(aurora, "ada").get("/v1/assignments").then().statusCode(403);
            world.user(aurora, "ada")
                    .get("/v1/assignments?principalType=USER&principalId=ada")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            world.user(aurora, "ada", "night")
                    .get("/v1/assignments?principalType=GROUP&principalId=night")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            world.user(aurora, "ada")
                    .get("/v1/assignments?principalType=USER&principalId=bob")
                    .then()
                    .statusCode(403);
        }
    }

    @Nested
    class TenantManagers {

        @Test
        void shouldBeNamedOnlyByWhoMayManageThem() {
            String manager = world.builtIn(aurora, "tenant-manager");
            String deputies = role(
                    world.admin(aurora),
                    null,
                    "Deputies",
                    "roles:view",
                    "roles:modify",
                    "invitations:view",
                    "invitations:respond");
            assign(world.admin(aurora), deputies, all(), user("dora"));

            json(world.user(aurora, "dora"), assignment(all(), user("tom")))
                    .post(manager + "/assignments")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("tenant-managers:manage"));
            assign(world.admin(aurora), manager, all(), user("tom"));
            world.user(aurora, "tom")
                    .get("/v1/access/me")
                    .then()
                    .body("contexts[0].permissions", equalTo(List.of("invitations:view", "invitations:respond")));
        }
    }

    @Nested
    class Periods {

        @Test
        void shouldHoldNeitherBeforeNorAfter() {
            String lead = world.builtIn(aurora, "site-lead");
            json(
                            world.admin(aurora),
                            Map.of(
                                    "name",
                                    "Past",
                                    "scope",
                                    all(),
                                    "members",
                                    List.of(user("ada")),
                                    "endsAt",
                                    "2020-01-01T00:00:00Z"))
                    .post(lead + "/assignments")
                    .then()
                    .statusCode(201);
            json(
                            world.admin(aurora),
                            Map.of(
                                    "name",
                                    "Future",
                                    "scope",
                                    all(),
                                    "members",
                                    List.of(user("bob")),
                                    "startsAt",
                                    "2099-01-01T00:00:00Z"))
                    .post(lead + "/assignments")
                    .then()
                    .statusCode(201);

            check("ada").body("because.code", equalTo(List.of("ASSIGNMENT_ENDED")));
            check("bob").body("because.code", equalTo(List.of("ASSIGNMENT_NOT_STARTED")));
            world.admin(aurora)
                    .get(lead + "/assignments")
                    .then()
                    .body("items.name", equalTo(List.of("Future", "Past")));
        }

        private ValidatableResponse check(String user) {
            return json(world.user(aurora, user), Map.of("permission", "rooms:view", "customerId", aurora))
                    .post("/v1/access/check")
                    .then()
                    .statusCode(200);
        }
    }
}
