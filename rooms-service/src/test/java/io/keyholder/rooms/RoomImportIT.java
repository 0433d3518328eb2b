package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.names;
import static io.keyholder.rooms.Scenario.walk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoomImportIT extends InAScenario {
    @Nested
    class Csv {

        @Test
        void shouldTakeQuotesLineBreaksAndAByteOrderMark() {
            csv("\uFEFFname,country,state,city,building,floor,capacity\r\n"
                            + "Rainier,US,WA,Seattle,\"HQ, \"\"East\"\"\",12,8\r\n\r\n"
                            + "Zugspitze,DE,,München,,,\r\n")
                    .then()
                    .statusCode(201)
                    .header("Keyholder-Consistency", not(equalTo(null)))
                    .body("created", equalTo(2));

            scenario.admin(aurora)
                    .get("/v1/rooms?includeTotal=true")
                    .then()
                    .body("total", equalTo(2))
                    .body("items[0].location.building", equalTo("HQ, \"East\""))
                    .body("items[0].capacity", equalTo(8))
                    .body("items[1].location.city", equalTo("München"))
                    .body("items[1].location", not(hasKey("state")))
                    .body("items[1]", not(hasKey("capacity")));
        }

        @Test
        void shouldTakeTheColumnsInAnyOrderAndOptionalOnesMissing() {
            csv("city,name,country\nSeattle,Rainier,US\n").then().statusCode(201);

            scenario.admin(aurora).get("/v1/rooms").then().body("items[0].location.city", equalTo("Seattle"));
        }

        @Test
        void shouldNameEachBadLineAndCreateNothing() {
            csv("name,country,capacity\n" // 1
                            + "Good,US,4\n" // 2
                            + "\"Two\nlines\",US,4\n" // 3, 4
                            + "Nowhere,XX,4\n" // 5
                            + "\n" // 6
                            + ",US,many\n" // 7
                            + "Short,US\n" // 8
                            + ",us,0\n") // 9
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 3", "line 5", "line 7", "line 8", "line 9")))
                    .body("violations[0].message", containsString("name"))
                    .body("violations[1].message", containsString("country"))
                    .body("violations[2].message", containsString("capacity"))
                    .body("violations[3].message", containsString("2 cells"))
                    .body("violations[4].message", containsString("capacity"));

            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Rainier,US\n",
                    "name,city\nRainier,Seattle\n",
                    "name,country,colour\nRainier,US,red\n",
                    "name,country,name\nRainier,US,Hood\n"
                })
        void shouldNeedItsHeader(String body) {
            csv(body).then().statusCode(400).body("violations.field", equalTo(List.of("line 1")));
        }

        @Test
        void shouldSayWhereAQuoteIsLeftOpen() {
            csv("name,country\nRainier,\"US\n")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", containsString("line"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n\n", "name,country\n"})
        void shouldHoldAtLeastOneRoom(String body) {
            csv(body).then().statusCode(400).body("violations[0].field", equalTo("body"));
        }

        @Test
        void shouldNameAtMostAHundredLines() {
            csv("name,country\n" + "A,XX\n".repeat(500)).then().statusCode(400).body("violations", hasSize(100));
        }

        @Test
        void shouldBeUtf8() {
            scenario.admin(aurora)
                    .contentType("text/csv")
                    .body("name,country\nMünchen,DE\n".getBytes(StandardCharsets.ISO_8859_1))
                    .post("/v1/rooms/import")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("UTF-8"));
        }
    }

    @Nested
    class LinesOfJson {

        @Test
        void shouldTakeWhatCreatingOneTakes() {
            json("""
                    {"name": "Rainier", "capacity": 8, "location": {"country": "US"}}

                    {"name": "Zugspitze", "location": {"country": "DE"}}""").then().statusCode(201).body("created", equalTo(2));

            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms?limit=1")))
                    .containsExactly("Rainier", "Zugspitze");
        }

        @Test
        void shouldNameEachBadLineAndCreateNothing() {
            json("""
                    {"name": "Rainier", "location": {"country": "US"}}
                    {"name": "Rainier", "location": {"country": "USA"}}
                    {"name": "Rainier", "location": {"country": "US"}, "colour": "red"}
                    {"name":
                    null
                    {"name": "Rainier", "location": {"country": "US"}} {}
                    """)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2", "line 3", "line 4", "line 5", "line 6")))
                    .body("violations[0].message", containsString("country"))
                    .body("violations[1].message", containsString("colour"));

            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(0));
        }
    }

    @Test
    void shouldTakeTenThousandAndNoMore() {
        csv(rooms(10_000)).then().statusCode(201).body("created", equalTo(10_000));

        scenario.admin(aurora).get("/v1/rooms?includeTotal=true&limit=1").then().body("total", equalTo(10_000));
        csv(rooms(10_001)).then().statusCode(400).body("violations[0].message", containsString("10,000"));
    }

    @Test
    void shouldImportOnceForOneKey() {
        String key = UUID.randomUUID().toString();

        importWith(key, "name,country\nRainier,US\n").then().statusCode(201);
        importWith(key, "name,country\nRainier,US\n").then().statusCode(201).body("created", equalTo(1));
        importWith(key, "name,country\nHood,US\n").then().statusCode(422);

        scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(1));
    }

    @Test
    void shouldNeedThePermissionBeforeTheBodyIsRead() {
        UUID room = scenario.room(aurora, "One", "US");
        scenario.inTenant(aurora, "some", Scope.selected(List.of(room), List.of()), List.of("rooms:create"));

        for (String user : List.of("some", "nobody")) {
            scenario.user(aurora, user)
                    .contentType("text/csv")
                    .body("nonsense")
                    .post("/v1/rooms/import")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("rooms:create"));
        }
    }

    @Test
    void shouldRefuseOtherFormats() {
        scenario.admin(aurora)
                .contentType("application/json")
                .body("[]")
                .post("/v1/rooms/import")
                .then()
                .statusCode(415);
    }

    private static String rooms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Room " + i + ",US,,Seattle,HQ," + i % 20 + ",8")
                .collect(Collectors.joining("\n", "name,country,state,city,building,floor,capacity\n", "\n"));
    }

    private Response importWith(String key, String body) {
        return scenario.admin(aurora)
                .contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/rooms/import");
    }

    private Response csv(String body) {
        return scenario.admin(aurora)
                .contentType("text/csv; charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rooms/import");
    }

    private Response json(String body) {
        return scenario.admin(aurora)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rooms/import");
    }
}
