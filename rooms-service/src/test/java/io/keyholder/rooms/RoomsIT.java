package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.names;
import static io.keyholder.rooms.Scenario.walk;
import static io.keyholder.rooms.Scenario.withoutIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant's own rooms. */
@QuarkusTest
class RoomsIT extends InAScenario {
    private static final String RAINIER = """
            {"name": "Rainier", "capacity": 12, "timeZone": "America/Los_Angeles",
             "location": {"country": "US", "state": "WA", "city": "Seattle", "building": "HQ 2", "floor": "12"}}
            """;

    @Nested
    class Creating {

        @Test
        void shouldAnswerWithTheRoomWhereItIs() {
            Response answer = post(RAINIER);

            answer.then()
                    .statusCode(201)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .header("Location", matchesPattern("/v1/rooms/[0-9a-f-]{36}"))
                    .header("Keyholder-Consistency", matchesPattern("[A-Za-z0-9_-]+"))
                    .body("name", equalTo("Rainier"))
                    .body("tenantId", equalTo(aurora.toString()))
                    .body("location.city", equalTo("Seattle"))
                    .body("capacity", equalTo(12))
                    .body("timeZone", equalTo("America/Los_Angeles"))
                    .body("groupIds", hasSize(0))
                    .body("status", equalTo("ACTIVE"));
            assertThat(scenario.admin(aurora).get(answer.header("Location")).asString())
                    .isEqualTo(answer.asString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"location\":{\"country\":\"US\"}}|name",
                    "{\"name\":\" \",\"location\":{\"country\":\"US\"}}|name",
                    "{\"name\":\"a\\u0000b\",\"location\":{\"country\":\"US\"}}|name",
                    "{\"name\":\"A\"}|location",
                    "{\"name\":\"A\",\"location\":{}}|location.country",
                    "{\"name\":\"A\",\"location\":{\"country\":\"us\"}}|location.country",
                    "{\"name\":\"A\",\"location\":{\"country\":\"XX\"}}|location.country",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\",\"city\":\"\"}}|location.city",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"capacity\":0}|capacity",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"capacity\":100001}|capacity",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"timeZone\":\"Europe/Atlantis\"}|timeZone",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"timeZone\":\"+02:00\"}|timeZone",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"groupIds\":[]}|groupIds",
                    "{\"name\":\"A\",\"location\":{\"country\":\"US\"},\"ringId\":null}|ringId"
                })
        void shouldNameTheFieldThatIsWrong(String bodyAndField) {
            String[] parts = bodyAndField.split("\\|", 2);

            post(parts[0]).then().statusCode(400).body("violations.field", hasItem(parts[1]));
        }

        @Test
        void shouldNeedThePermissionOverTheWholeTenant() {
            UUID room = scenario.room(aurora, "Rainier", "US");
            scenario.inTenant(
                    aurora, "some", Scope.selected(List.of(room), List.of()), List.of("rooms:create", "rooms:view"));
            scenario.inTenant(aurora, "all", Scope.all(), List.of("rooms:create"));

            as("nobody").body(RAINIER).post("/v1/rooms").then().statusCode(403);
            as("some")
                    .body(RAINIER)
                    .post("/v1/rooms")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("rooms:create"));
            as("all").body(RAINIER).post("/v1/rooms").then().statusCode(201);
        }

        @Test
        void shouldCreateOneRoomForOneKey() {
            String key = UUID.randomUUID().toString();

            Response first =
                    json("admin").header("Idempotency-Key", key).body(RAINIER).post("/v1/rooms");
            Response again =
                    json("admin").header("Idempotency-Key", key).body(RAINIER).post("/v1/rooms");

            again.then().statusCode(201).header("Location", first.header("Location"));
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(1));
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldChangeWhatThePatchNames() {
            String room = post(RAINIER).header("Location");

            patch(
                            room,
                            "*",
                            "{\"capacity\": null, \"timeZone\": null, \"location\": {\"floor\": \"14\", \"state\": null}}")
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("$", not(hasKey("capacity")))
                    .body("$", not(hasKey("timeZone")))
                    .body("location.floor", equalTo("14"))
                    .body("location.city", equalTo("Seattle"))
                    .body("location", not(hasKey("state")));
        }

        @Test
        void shouldNeedTheVersionThatTheCallerHasSeen() {
            String room = post(RAINIER).header("Location");

            scenario.admin(aurora)
                    .contentType("application/merge-patch+json")
                    .body("{}")
                    .patch(room)
                    .then()
                    .statusCode(428);
            patch(room, "\"7\"", "{}").then().statusCode(412);
            patch(room, "*", "{\"groupIds\": []}").then().statusCode(400).body("violations.field", hasItem("groupIds"));
        }

        @Test
        void shouldNeedThePermissionOverThatRoom() {
            UUID one = scenario.room(aurora, "One", "US");
            UUID two = scenario.room(aurora, "Two", "US");
            scenario.inTenant(aurora, "tess", Scope.all(), List.of("rooms:view"));
            scenario.inTenant(aurora, "tess", Scope.selected(List.of(one), List.of()), List.of("rooms:modify"));

            patchAs("tess", "/v1/rooms/" + one).then().statusCode(200);
            patchAs("tess", "/v1/rooms/" + two).then().statusCode(403).body("detail", containsString("rooms:modify"));
        }
    }

    @Nested
    class Unenrolling {

        @Test
        void shouldEndTheRoomButKeepItReadable() {
            String room = post(RAINIER).header("Location");

            scenario.admin(aurora)
                    .post(room + "/unenroll")
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("status", equalTo("UNENROLLED"));

            scenario.admin(aurora).get(room).then().statusCode(200).body("status", equalTo("UNENROLLED"));
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(0));
            scenario.admin(aurora).get("/v1/rooms?status=UNENROLLED").then().body("items", hasSize(1));
            scenario.admin(aurora)
                    .get("/v1/rooms?status=UNENROLLED&status=ACTIVE&includeTotal=true")
                    .then()
                    .body("items", hasSize(1))
                    .body("total", equalTo(1));
        }

        @Test
        void shouldRefuseEveryFurtherChange() {
            String room = post(RAINIER).header("Location");
            scenario.admin(aurora).post(room + "/unenroll").then().statusCode(200);

            scenario.admin(aurora)
                    .post(room + "/unenroll")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/room-unenrolled"));
            patch(room, "*", "{\"name\": \"Hood\"}")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/room-unenrolled"));
        }

        @Test
        void shouldNeedThePermission() {
            String room = post(RAINIER).header("Location");
            scenario.inTenant(aurora, "vera", Scope.all(), List.of("rooms:view"));

            as("vera").post(room + "/unenroll").then().statusCode(403).body("detail", containsString("rooms:unenroll"));
            as("nobody").post(room + "/unenroll").then().statusCode(404);
        }
    }

    @Nested
    class Listing {

        @Test
        void shouldSortByNameWithoutRegardToCaseAndPageWithoutGaps() {
            for (String name : List.of("delta", "Bravo", "alpha", "Charlie", "alpha", "Éclair", "zulu")) {
                scenario.room(aurora, name, "US");
            }

            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?limit=2")))
                    .containsExactly("alpha", "alpha", "Bravo", "Charlie", "delta", "zulu", "Éclair");
            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?limit=2&sort=-name")))
                    .containsExactly("Éclair", "zulu", "delta", "Charlie", "Bravo", "alpha", "alpha");
            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?limit=3&sort=createdAt")))
                    .containsExactly("delta", "Bravo", "alpha", "Charlie", "alpha", "Éclair", "zulu");
            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?limit=3&sort=-createdAt")))
                    .containsExactly("zulu", "Éclair", "alpha", "Charlie", "alpha", "Bravo", "delta");
        }

        @Test
        void shouldFilter() {
            scenario.room(aurora, "Rainier 100%", "US");
            scenario.room(aurora, "Zugspitze", "DE");
            scenario.room(aurora, "Mont Blanc", "FR");

            scenario.admin(aurora).get("/v1/rooms?country=DE").then().body("items.name", equalTo(List.of("Zugspitze")));
            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?country=DE&country=US&limit=1")))
                    .containsExactly("Rainier 100%", "Zugspitze");
            scenario.admin(aurora)
                    .get("/v1/rooms?q=rAIN&includeTotal=true")
                    .then()
                    .body("items.name", equalTo(List.of("Rainier 100%")))
                    .body("total", equalTo(1));
            scenario.admin(aurora)
                    .queryParam("q", "100%")
                    .get("/v1/rooms")
                    .then()
                    .body("items", hasSize(1));
            scenario.admin(aurora).queryParam("q", "_").get("/v1/rooms").then().body("items", hasSize(0));
            scenario.admin(aurora).get("/v1/rooms?view=PARTNER").then().body("items", hasSize(0));
            scenario.admin(aurora).get("/v1/rooms?customerId=" + aurora).then().body("items", hasSize(3));
            scenario.admin(aurora)
                    .get("/v1/rooms?customerId=" + Ids.next())
                    .then()
                    .body("items", hasSize(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "country=us",
                    "status=GONE",
                    "view=ALL",
                    "sort=capacity",
                    "customerId=x",
                    "groupId=x",
                    "colour=red",
                    "limit=0",
                    "includeTotal=maybe",
                    "q=%00"
                })
        void shouldNameTheParameterThatIsWrong(String query) {
            scenario.admin(aurora)
                    .urlEncodingEnabled(false)
                    .get("/v1/rooms?" + query)
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItems(query.substring(0, query.indexOf('='))));
        }

        @Test
        void shouldBindTheCursorToFiltersAndOrder() {
            scenario.room(aurora, "One", "US");
            scenario.room(aurora, "Two", "US");
            String cursor = scenario.admin(aurora).get("/v1/rooms?limit=1").path("nextCursor");

            scenario.admin(aurora)
                    .get("/v1/rooms?limit=1&sort=-name&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-cursor"));
        }

        @Test
        void shouldShowAScopedRoleItsRoomsAlone() {
            UUID one = scenario.room(aurora, "One", "US");
            UUID two = scenario.room(aurora, "Two", "US");
            UUID three = scenario.room(aurora, "Three", "US");
            UUID group = scenario.group(aurora, "Group", two, one);
            scenario.inTenant(aurora, "tess", Scope.selected(List.of(one), List.of(group)), List.of("rooms:view"));

            assertThat(names(walk(() -> as("tess"), "/v1/rooms?limit=1"))).containsExactly("One", "Two");
            as("tess").get("/v1/rooms?includeTotal=true").then().body("total", equalTo(2));
            assertThat(withoutIds(as("tess").get("/v1/rooms/" + three)))
                    .isEqualTo(withoutIds(as("tess").get("/v1/rooms/" + Ids.next())));
        }
    }

    @Test
    void shouldHideTheRoomsOfOthers() {
        UUID borealis = scenario.tenant("Borealis");
        UUID room = scenario.room(aurora, "Rainier", "US");

        Response hidden = scenario.admin(borealis).get("/v1/rooms/" + room);
        Response missing = scenario.admin(borealis).get("/v1/rooms/" + Ids.next());

        assertThat(withoutIds(hidden)).isEqualTo(withoutIds(missing)).startsWith("404");
        scenario.admin(borealis).get("/v1/rooms/nonsense").then().statusCode(404);
        scenario.admin(borealis).get("/v1/rooms").then().statusCode(200).body("items", hasSize(0));
        scenario.admin(borealis).get("/v1/rooms?customerId=" + aurora).then().body("items", hasSize(0));
        patchAs("nobody", "/v1/rooms/" + room).then().statusCode(404);
    }

    private Response post(String body) {
        return json("admin").body(body).post("/v1/rooms");
    }

    private RequestSpecification json(String user) {
        return (user.equals("admin") ? scenario.admin(aurora) : scenario.user(aurora, user))
                .contentType("application/json");
    }

    private RequestSpecification as(String user) {
        return scenario.user(aurora, user).contentType("application/json");
    }

    private Response patch(String room, String ifMatch, String body) {
        return scenario.admin(aurora)
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch(room);
    }

    private Response patchAs(String user, String room) {
        return scenario.user(aurora, user)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("name", "Hood"))
                .patch(room);
    }
}
