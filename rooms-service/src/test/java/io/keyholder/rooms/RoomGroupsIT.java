package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.PRIMARY_ADMIN;
import static io.keyholder.rooms.Scenario.names;
import static io.keyholder.rooms.Scenario.walk;
import static io.keyholder.rooms.Scenario.withoutIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.Scenario.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoomGroupsIT extends InAScenario {
    private UUID one;
    private UUID two;
    private UUID three;

    @BeforeEach
    void aTenantWithRooms() {
        two = scenario.room(aurora, "Two", "US");
        one = scenario.room(aurora, "One", "US");
        three = scenario.room(aurora, "Three", "DE");
    }

    @Nested
    class Creating {

        @Test
        void shouldHoldTheRoomsByName() {
            Response answer =
                    post(Map.of("name", "US", "description", "All of\nthem", "roomIds", List.of(two, one, two)));

            answer.then()
                    .statusCode(201)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .header("Location", matchesPattern("/v1/room-groups/[0-9a-f-]{36}"))
                    .body("tenantId", equalTo(aurora.toString()))
                    .body("description", equalTo("All of\nthem"))
                    .body("roomIds", equalTo(List.of(one.toString(), two.toString())));
            assertThat(admin().get(answer.header("Location")).asString()).isEqualTo(answer.asString());
            admin().get("/v1/rooms/" + one)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("groupIds", equalTo(List.of(answer.<String>path("id"))));
            admin().get("/v1/rooms?groupId=" + answer.<String>path("id"))
                    .then()
                    .body("items.name", equalTo(List.of("One", "Two")));
        }

        @Test
        void shouldRefuseANameThatIsTakenInWhateverCase() {
            post(Map.of("name", "Paris")).then().statusCode(201);

            post(Map.of("name", "pARIS"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/room-group-name-taken"));
            UUID borealis = scenario.tenant("Borealis");
            scenario.group(borealis, "Paris");
        }

        @Test
        void shouldTakeSpellingsOfANameForOne() {
            post(Map.of("name", " Cafe\u0301\u00a0Stra\u00dfe "))
                    .then()
                    .statusCode(201)
                    .body("name", equalTo("Caf\u00e9\u00a0Stra\u00dfe"));

            post(Map.of("name", "CAF\u00c9 STRASSE")).then().statusCode(409);
            for (String q : List.of("cafe\u0301 strasse", "CAF\u00c9", "\uff53tra")) {
                admin().queryParam("q", q)
                        .get("/v1/room-groups")
                        .then()
                        .body("items.name", equalTo(List.of("Caf\u00e9\u00a0Stra\u00dfe")));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "\u00a0", "a\nb", "a\u202eb", "a\u200bb", "\u200d", "\u3164", "\u0301", "a\u2028b"})
        void shouldRefuseANameThatNobodyCanRead(String name) {
            post(Map.of("name", name)).then().statusCode(400).body("violations.field", equalTo(List.of("name")));
        }

        @Test
        void shouldCountTheCharactersOfANameAndNotTheirUnits() {
            post(Map.of("name", "\ud83d\udcbb".repeat(200))).then().statusCode(201);
            post(Map.of("name", "\ud83d\udcbb".repeat(201))).then().statusCode(400);
        }

        @Test
        void shouldNameEachRoomThatIsNotTheCallersToUse() {
            UUID theirs = scenario.room(scenario.tenant("Borealis"), "Andes", "CL");
            UUID gone = scenario.room(aurora, "Gone", "US");
            admin().post("/v1/rooms/" + gone + "/unenroll").then().statusCode(200);

            post(Map.of("name", "Mixed", "roomIds", List.of(one, theirs, Ids.next(), gone)))
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("roomIds[1]", "roomIds[2]", "roomIds[3]")));
        }

        @Test
        void shouldRefuseWhatIsNotThere() {
            post(Map.of("name", "Rule", "rule", Map.of("country", "US")))
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("rule"));
            post(Map.of()).then().statusCode(400).body("violations.field", hasItem("name"));
        }

        @Test
        void shouldNeedThePermissionsOverTheWholeTenant() {
            scenario.inTenant(aurora, "carl", Scope.all(), List.of("room-groups:create", "rooms:view"));
            scenario.inTenant(aurora, "some", Scope.selected(List.of(one), List.of()), List.of("room-groups:create"));

            postAs("nobody", Map.of("name", "A")).then().statusCode(403);
            postAs("some", Map.of("name", "A"))
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("room-groups:create"));
            postAs("carl", Map.of("name", "A")).then().statusCode(201);
            postAs("carl", Map.of("name", "B", "roomIds", List.of(one)))
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("room-groups:modify"));
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldLetRoomsJoinAndLeaveAndRaiseTheirVersionsAlone() {
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one, two);

            patch(admin(), group, "*", Map.of("roomIds", List.of(three, two)))
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("name", equalTo("US"))
                    .body("roomIds", equalTo(List.of(three.toString(), two.toString())));

            admin().get("/v1/rooms/" + one)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("groupIds", hasSize(0));
            admin().get("/v1/rooms/" + two)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("groupIds", hasSize(1));
            admin().get("/v1/rooms/" + three)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("groupIds", hasSize(1));
        }

        @Test
        void shouldKeepTheRoomsThatThePatchDoesNotName() {
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one, two);

            patch(admin(), group, "*", Map.of("name", "United States"))
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("United States"))
                    .body("roomIds", hasSize(2));
            admin().get("/v1/rooms/" + one).then().header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
        }

        @Test
        void shouldNeedTheVersionThatTheCallerHasSeenAndAFreeName() {
            scenario.group(aurora, "Taken");
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one);

            patch(admin(), group, "\"7\"", Map.of("name", "X")).then().statusCode(412);
            patch(admin(), group, "*", Map.of("name", "taken")).then().statusCode(409);
            patch(admin(), group, "*", Map.of("name", "us")).then().statusCode(200);
        }

        @Test
        void shouldLeaveAloneTheMembersThatTheCallerDoesNotSee() {
            UUID id = scenario.group(aurora, "US", one, two);
            String group = "/v1/room-groups/" + id;
            List<String> all = List.of("rooms:view", "room-groups:view");
            scenario.inTenant(aurora, "tess", Scope.selected(List.of(one, three), List.of()), all);
            scenario.inTenant(
                    aurora, "tess", Scope.selected(List.of(three), List.of(id)), List.of("room-groups:modify"));

            user("tess").get(group).then().body("roomIds", equalTo(List.of(one.toString())));
            patch(user("tess"), group, "*", Map.of("roomIds", List.of(three)))
                    .then()
                    .statusCode(200)
                    .body("roomIds", equalTo(List.of(three.toString())));

            admin().get(group).then().body("roomIds", equalTo(List.of(three.toString(), two.toString())));
        }

        @Test
        void shouldNeedThePermissionOverGroupAndRoom() {
            UUID id = scenario.group(aurora, "US", one);
            UUID other = scenario.group(aurora, "Other", one);
            scenario.inTenant(aurora, "tess", Scope.all(), List.of("rooms:view", "room-groups:view"));
            scenario.inTenant(aurora, "tess", Scope.selected(List.of(), List.of(id)), List.of("room-groups:modify"));

            patch(user("tess"), "/v1/room-groups/" + id, "*", Map.of("roomIds", List.of(one, two)))
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("room-groups:modify"));
            user("tess")
                    .header("If-Match", "*")
                    .put("/v1/room-groups/" + id + "/rooms/" + two)
                    .then()
                    .statusCode(403);
            patch(user("tess"), "/v1/room-groups/" + other, "*", Map.of("name", "X"))
                    .then()
                    .statusCode(403);
            patch(user("tess"), "/v1/room-groups/" + id, "*", Map.of("name", "X"))
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Members {

        @Test
        void shouldJoinAndLeaveOneByOneUnderTheGroupsVersion() {
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one);

            admin().put(group + "/rooms/" + two).then().statusCode(428);
            admin().header("If-Match", "\"7\"")
                    .put(group + "/rooms/" + two)
                    .then()
                    .statusCode(412);
            admin().header("If-Match", "*")
                    .put(group + "/rooms/" + two)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("roomIds", equalTo(List.of(one.toString(), two.toString())));
            admin().header("If-Match", "*")
                    .put(group + "/rooms/" + two)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
            admin().header("If-Match", "*")
                    .delete(group + "/rooms/" + one)
                    .then()
                    .statusCode(204);
            admin().get(group)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("roomIds", equalTo(List.of(two.toString())));
            admin().header("If-Match", "*")
                    .delete(group + "/rooms/" + one)
                    .then()
                    .statusCode(404);
        }

        @Test
        void shouldBeRoomsOfTheSameTenantThatAreStillManaged() {
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one, two);
            UUID theirs = scenario.room(scenario.tenant("Borealis"), "Andes", "CL");
            admin().post("/v1/rooms/" + one + "/unenroll").then().statusCode(200);
            admin().post("/v1/rooms/" + three + "/unenroll").then().statusCode(200);

            admin().header("If-Match", "*")
                    .put(group + "/rooms/" + theirs)
                    .then()
                    .statusCode(404);
            admin().header("If-Match", "*")
                    .put(group + "/rooms/" + three)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/room-unenrolled"));
            admin().get(group).then().body("roomIds", equalTo(List.of(two.toString())));
        }
    }

    @Nested
    class Deleting {

        @Test
        void shouldLeaveTheRoomsWithoutIt() {
            UUID id = scenario.group(aurora, "US", one, two);
            UUID other = scenario.group(aurora, "Other", one);
            admin().post("/v1/rooms/" + two + "/unenroll").then().statusCode(200);

            admin().header("If-Match", "\"7\"")
                    .delete("/v1/room-groups/" + id)
                    .then()
                    .statusCode(412);
            admin().header("If-Match", "*")
                    .delete("/v1/room-groups/" + id)
                    .then()
                    .statusCode(204);

            admin().get("/v1/room-groups/" + id).then().statusCode(404);
            admin().get("/v1/rooms/" + one)
                    .then()
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("groupIds", equalTo(List.of(other.toString())));
            admin().get("/v1/rooms?groupId=" + id).then().body("items", hasSize(0));
            scenario.group(aurora, "US", one);
        }
    }

    @Nested
    class Seeing {

        @Test
        void shouldListByNameAndPageWithoutGaps() {
            for (String name : List.of("delta", "Bravo", "alpha", "Charlie", "echo")) {
                scenario.group(aurora, name, one);
            }

            assertThat(names(walk(RoomGroupsIT.this::admin, "/v1/room-groups?limit=2")))
                    .containsExactly("alpha", "Bravo", "Charlie", "delta", "echo");
            assertThat(names(walk(RoomGroupsIT.this::admin, "/v1/room-groups?limit=2&sort=-name")))
                    .containsExactly("echo", "delta", "Charlie", "Bravo", "alpha");
            admin().get("/v1/room-groups?q=AR&includeTotal=true")
                    .then()
                    .body("items.name", equalTo(List.of("Charlie")))
                    .body("items[0].roomIds", equalTo(List.of(one.toString())))
                    .body("total", equalTo(1));
            admin().get("/v1/room-groups?view=PARTNER").then().body("items", hasSize(0));
            admin().get("/v1/room-groups?customerId=" + Ids.next()).then().body("items", hasSize(0));
            admin().get("/v1/room-groups?colour=red").then().statusCode(400);
            admin().get("/v1/room-groups?sort=size").then().statusCode(400);
        }

        @Test
        void shouldTellThePermissionToWhoSeesTheRoomsAndNothingToOthers() {
            String group = "/v1/room-groups/" + scenario.group(aurora, "US", one);
            scenario.inTenant(aurora, "tess", Scope.all(), List.of("rooms:view"));
            scenario.inTenant(aurora, "tim", Scope.all(), List.of("invitations:view"));

            user("tess").get(group).then().statusCode(403).body("detail", containsString("room-groups:view"));
            user("tess").header("If-Match", "*").delete(group).then().statusCode(403);
            user("tess").get("/v1/room-groups").then().statusCode(200).body("items", hasSize(0));
            assertThat(withoutIds(user("tim").get(group)))
                    .isEqualTo(withoutIds(user("tim").get("/v1/room-groups/" + Ids.next())));
            user("tim").header("If-Match", "*").delete(group).then().statusCode(404);
        }

        @Test
        void shouldShowAPartnerWhatIsDelegatedOrHoldsARoomItSees() {
            UUID us = scenario.group(aurora, "US", one, two);
            UUID mixed = scenario.group(aurora, "Mixed", two, three);
            UUID empty = scenario.group(aurora, "Empty");
            UUID germany = scenario.group(aurora, "Germany", three);
            UUID meridian = scenario.tenant("Meridian");
            Relationship relationship =
                    scenario.relationship(aurora, meridian, Scope.selected(List.of(), List.of(us, empty)));
            scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);

            assertThat(names(walk(() -> scenario.user(meridian, "paul"), "/v1/room-groups?limit=1")))
                    .containsExactly("Empty", "Mixed", "US");
            scenario.user(meridian, "paul")
                    .get("/v1/room-groups?includeTotal=true")
                    .then()
                    .body("total", equalTo(3))
                    .body("items[1].roomIds", equalTo(List.of(two.toString())));
            scenario.user(meridian, "paul")
                    .get("/v1/room-groups/" + mixed)
                    .then()
                    .statusCode(200)
                    .body("roomIds", equalTo(List.of(two.toString())))
                    .body("$", not(hasKey("description")));
            assertThat(withoutIds(scenario.user(meridian, "paul").get("/v1/room-groups/" + germany)))
                    .isEqualTo(withoutIds(scenario.user(meridian, "paul").get("/v1/room-groups/" + Ids.next())));
            patch(scenario.user(meridian, "paul"), "/v1/room-groups/" + us, "*", Map.of("name", "X"))
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("room-groups:modify"));
            scenario.user(meridian, "paul")
                    .header("If-Match", "*")
                    .put("/v1/room-groups/" + us + "/rooms/" + three)
                    .then()
                    .statusCode(404);
            patch(scenario.user(meridian, "paul"), "/v1/room-groups/" + germany, "*", Map.of("name", "X"))
                    .then()
                    .statusCode(404);
        }

        @Test
        void shouldShowAScopedRoleItsGroupsAndThoseOfItsRooms() {
            UUID us = scenario.group(aurora, "US", one, two);
            scenario.group(aurora, "Second", two);
            scenario.group(aurora, "Germany", three);
            scenario.inTenant(
                    aurora, "tess", Scope.selected(List.of(), List.of(us)), List.of("rooms:view", "room-groups:view"));

            assertThat(names(walk(() -> user("tess"), "/v1/room-groups"))).containsExactly("Second", "US");
        }
    }

    private Response post(Map<String, Object> body) {
        return admin().contentType("application/json").body(body).post("/v1/room-groups");
    }

    private Response postAs(String user, Map<String, Object> body) {
        return user(user).contentType("application/json").body(body).post("/v1/room-groups");
    }

    private static Response patch(RequestSpecification by, String group, String ifMatch, Map<String, Object> body) {
        return by.contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch(group);
    }

    private RequestSpecification admin() {
        return scenario.admin(aurora);
    }

    private RequestSpecification user(String name) {
        return scenario.user(aurora, name);
    }
}
