package io.keyholder.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a tenant may keep, with limits that a test reaches. */
@QuarkusTest
@TestProfile(LimitsIT.Few.class)
class LimitsIT extends InAScenario {

    /** Few of everything. */
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.rooms.limits.rooms", "5",
                    "keyholder.rooms.limits.rooms-including-unenrolled", "8",
                    "keyholder.rooms.limits.room-groups", "3",
                    "keyholder.rooms.limits.rooms-per-group", "2",
                    "keyholder.rooms.limits.groups-per-room", "2",
                    "keyholder.rooms.limits.ids-per-scope", "2");
        }
    }

    @Test
    void shouldKeepSoManyRoomsHoweverManyAreAddedAtOnce() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(clients.submit(() -> add("Room").statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(201, 409);
        }
        scenario.admin(aurora).get("/v1/rooms?includeTotal=true").then().body("total", equalTo(5));
        reached(add("One more"), "rooms", "5");
    }

    @Test
    void shouldCountImportsAllOrNone() {
        reached(rooms("?mode=CREATE", 6), "rooms", "5");
        reached(rooms("?dryRun=true", 6), "rooms", "5");
        rooms("", 5).then().statusCode(201);
        reached(rooms("", 1), "rooms", "5");
        scenario.admin(aurora).get("/v1/rooms?includeTotal=true").then().body("total", equalTo(5));
    }

    @Test
    void shouldLetUnenrolledRoomsMakeRoomUntilThereWereTooMany() {
        for (int i = 0; i < 8; i++) {
            UUID room = UUID.fromString(
                    add("Room " + i).then().statusCode(201).extract().path("id"));
            scenario.admin(aurora)
                    .post("/v1/rooms/" + room + "/unenroll")
                    .then()
                    .statusCode(200);
        }
        reached(add("One more"), "rooms-including-unenrolled", "8");
    }

    @Test
    void shouldKeepSoManyGroupsUntilOneIsDeleted() {
        UUID group = scenario.group(aurora, "A");
        scenario.group(aurora, "B");
        scenario.group(aurora, "C");

        reached(addGroup("D", List.of()), "room-groups", "3");
        scenario.admin(aurora)
                .header("If-Match", "*")
                .delete("/v1/room-groups/" + group)
                .then()
                .statusCode(204);
        addGroup("D", List.of()).then().statusCode(201);
    }

    @Test
    void shouldHoldSoManyRoomsInAGroup() {
        UUID one = scenario.room(aurora, "One", "US");
        UUID two = scenario.room(aurora, "Two", "US");
        UUID three = scenario.room(aurora, "Three", "US");

        reached(addGroup("A", List.of(one, two, three)), "rooms-per-group", "2");
        UUID group = scenario.group(aurora, "A", one, two);
        reached(put(group, three), "rooms-per-group", "2");
        put(group, two).then().statusCode(200);
        scenario.admin(aurora).get("/v1/rooms/" + three).then().body("groupIds", equalTo(List.of()));
    }

    @Test
    void shouldHoldARoomInSoManyGroups() {
        UUID room = scenario.room(aurora, "One", "US");
        scenario.group(aurora, "A", room);
        scenario.group(aurora, "B", room);

        reached(put(scenario.group(aurora, "C"), room), "groups-per-room", "2");
    }

    @Test
    void shouldNameSoManyInADelegation() {
        UUID one = scenario.room(aurora, "One", "US");
        UUID two = scenario.room(aurora, "Two", "US");
        UUID group = scenario.group(aurora, "A");
        Scenario.Relationship relationship = scenario.relationship(aurora, scenario.tenant("Meridian"), Scope.all());

        reached(
                scenario.admin(aurora)
                        .contentType("application/json")
                        .header("If-Match", "*")
                        .body(Map.of(
                                "roomScope",
                                Map.of(
                                        "type",
                                        "SELECTED",
                                        "roomIds",
                                        List.of(one, two),
                                        "roomGroupIds",
                                        List.of(group))))
                        .put("/v1/delegations/" + relationship.id()),
                "ids-per-scope",
                "2");
    }

    private static void reached(Response answer, String limit, String most) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"))
                .body("detail", containsString("`" + limit + "`"))
                .body("detail", containsString(most));
    }

    private Response rooms(String query, int count) {
        return scenario.admin(aurora)
                .contentType("text/csv; charset=utf-8")
                .body("name,country\n" + "Room,US\n".repeat(count))
                .post("/v1/rooms/import" + query);
    }

    private Response add(String name) {
        return scenario.admin(aurora)
                .contentType("application/json")
                .body(Map.of("name", name, "location", Map.of("country", "US")))
                .post("/v1/rooms");
    }

    private Response addGroup(String name, List<UUID> rooms) {
        return scenario.admin(aurora)
                .contentType("application/json")
                .body(Map.of("name", name, "roomIds", rooms))
                .post("/v1/room-groups");
    }

    private Response put(UUID group, UUID room) {
        return scenario.admin(aurora).header("If-Match", "*").put("/v1/room-groups/" + group + "/rooms/" + room);
    }
}
