package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.names;
import static io.keyholder.rooms.Scenario.walk;
import static java.nio.charset.Charset.forName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

        @ParameterizedTest
        @ValueSource(strings = {"sep=;\nname;country\nRainier;US\n", "\"name\",\"country\"\nRainier,US\n"})
        void shouldTakeAByteOrderMarkForNoneOfTheText(String body) {
            csv("\uFEFF" + body).then().statusCode(201).body("created", equalTo(1));
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
        void shouldNameAtMostAHundredOfThoseThatExist() {
            String rooms = IntStream.range(0, 101)
                    .mapToObj(i -> "RES-" + i + ",Room " + i + ",US")
                    .collect(Collectors.joining("\n", "externalId,name,country\n", "\n"));
            csv(rooms).then().statusCode(201);

            csv(rooms).then().statusCode(400).body("violations", hasSize(100));
        }

        @Test
        void shouldBeUtf8() {
            scenario.admin(aurora)
                    .contentType("text/csv; charset=utf-8")
                    .body("name,country\nMünchen,DE\n".getBytes(StandardCharsets.ISO_8859_1))
                    .post("/v1/rooms/import")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("UTF-8"));
        }
    }

    @Nested
    class WhatPeopleHave {

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void shouldTellFromTheHeaderWhatSeparatesCells(String separator) {
            csv("name,country,city\n\"Rainier, 2; 3\",US,Seattle\n"
                            .replace("country,", "country" + separator)
                            .replace("name,", "name" + separator)
                            .replace(",US,", separator + "US" + separator))
                    .then()
                    .statusCode(201);

            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms"))).containsExactly("Rainier, 2; 3");
        }

        @Test
        void shouldBelieveWhatIsSaidToSeparateCells() {
            importAs("text/csv", "name;a,country\n".getBytes(UTF_8), "?delimiter=semicolon")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("a,country"));
            csv("sep=;\nname;country\nRainier, 2;US\n;US\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 4")));
            importAs("text/csv", "name,country\n".getBytes(UTF_8), "?delimiter=x")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("delimiter"));
        }

        @Test
        void shouldTakeTheHeaderInAnyCaseAndOrder() {
            csv(" CITY ,External ID,NAME,Country,,\nSeattle, RES-1 ,\u00a0Rainier\u00a0,US,,\n")
                    .then()
                    .statusCode(201);

            scenario.admin(aurora)
                    .get("/v1/rooms?externalId=RES-1")
                    .then()
                    .body("items[0].name", equalTo("Rainier"))
                    .body("items[0].externalId", equalTo("RES-1"))
                    .body("items[0].location.city", equalTo("Seattle"));
        }

        @Test
        void shouldNameUnknownAndMissingColumns() {
            csv("country,colour,size\nUS,red,L\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 1")))
                    .body("violations[0].message", containsString("colour"))
                    .body("violations[0].message", containsString("size"))
                    .body("violations[0].message", containsString("name: the column is missing"));
        }

        @Test
        void shouldPassOverRowsOfEmptyCells() {
            csv("name,country,capacity\n,,\n  , ,\nRainier,US,12\n,,\n")
                    .then()
                    .statusCode(201)
                    .body("created", equalTo(1));
        }

        @ParameterizedTest
        @CsvSource({"12.0, 12", "12., 12", "'12,00', 12", "' 12 ', 12"})
        void shouldTakeWholeNumbersAsSpreadsheetsWriteThem(String cell, int capacity) {
            csv("name;country;capacity\nRainier;US;" + cell + "\n").then().statusCode(201);

            scenario.admin(aurora).get("/v1/rooms").then().body("items[0].capacity", equalTo(capacity));
        }

        @ParameterizedTest
        @ValueSource(strings = {"12.5", "1e3", "1e999999999", "-1", "0", "1.000.000", "zwölf"})
        void shouldTakeNoOtherNumbers(String cell) {
            csv("name;country;capacity\nRainier;US;" + cell + "\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2")))
                    .body("violations[0].message", startsWith("capacity: "));
        }

        @ParameterizedTest
        @CsvSource({
            "us, US",
            "USA, US",
            "deu, DE",
            "Germany, DE",
            "Deutschland, DE",
            "UNITED STATES, US",
            "the netherlands, NL",
            "Österreich, AT",
            "cote d’ivoire, CI",
            "UK, GB",
            "日本, JP",
            "United Kingdom, GB",
            "Niger, NE"
        })
        void shouldTakeCountriesByNameOrCodeInAnyCase(String cell, String code) {
            csv("name,country\nRainier, " + cell + " \n").then().statusCode(201);

            scenario.admin(aurora).get("/v1/rooms").then().body("items[0].location.country", equalTo(code));
        }

        @ParameterizedTest
        @ValueSource(strings = {"windows-1252", "UTF-16", "utf-16le", "ISO-8859-15", "utf-8"})
        void shouldReadTheCharsetThatIsSaid(String charset) {
            importAs("text/csv; charset=" + charset, "name,country\r\nZürich €,CH\r\n".getBytes(forName(charset)), "")
                    .then()
                    .statusCode(201);

            assertThat(names(walk(() -> scenario.admin(aurora), "/v1/rooms"))).containsExactly("Zürich €");
        }

        @Test
        void shouldReadUtf16ByItsMarkAlone() throws Exception {
            byte[] body = "\uFEFFname\tcountry\r\nMünchen\tDE\r\n".getBytes(StandardCharsets.UTF_16LE);

            assertThat(post("text/csv", body)).isEqualTo(201);
        }

        @Test
        void shouldRefuseAnUnknownCharset() {
            importAs("text/csv; charset=klingon", "name,country\n".getBytes(UTF_8), "")
                    .then()
                    .statusCode(415);
        }

        @Test
        void shouldNameTheLineWhoseBytesAreNoneOfTheCharset() {
            byte[] body = ("name,country\n" + "Rainier,US\n".repeat(2_000) + "Z\u00fcrich,CH\nHood,US\n")
                    .getBytes(StandardCharsets.ISO_8859_1);

            importAs("text/csv; charset=utf-8", body, "")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2002")))
                    .body("violations[0].message", containsString("UTF-8"));
        }
    }

    @Nested
    class DryRun {

        @Test
        void shouldTellAllThatIsWrongAndChangeNothing() {
            importAs("text/csv", "name,country\nRainier,US\n,US\nHood,XX\n".getBytes(UTF_8), "?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(0))
                    .body("violations.field", equalTo(List.of("line 3", "line 4")))
                    .body("violations[1].message", startsWith("country: "));
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(0));
        }

        @Test
        void shouldTellWhatWouldBeDoneAndBeForgotten() {
            String key = UUID.randomUUID().toString();
            byte[] body = "name,country\nRainier,US\n".getBytes(UTF_8);
            Supplier<RequestSpecification> request = () -> scenario.admin(aurora)
                    .contentType("text/csv")
                    .header("Idempotency-Key", key)
                    .body(body);

            request.get()
                    .post("/v1/rooms/import?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("created", equalTo(1))
                    .body("violations", hasSize(0))
                    .body("dryRun", equalTo(true));
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(0));
            request.get().post("/v1/rooms/import").then().statusCode(201).body("ids", hasSize(1));
        }
    }

    @Nested
    class Upsert {

        @Test
        void shouldCreateAndChangeByExternalId() {
            upsert(
                            "externalId,name,country,city,Time Zone\nA,Rainier,US,Seattle,\nB,Hood,US,Portland,America/Los_Angeles\n")
                    .then()
                    .statusCode(201)
                    .body("created", equalTo(2))
                    .body("updated", equalTo(0));

            Response second = upsert("externalId,name,country\nB,Hood 2,US\nC,Shasta,US\nA,Rainier,US\n");

            second.then()
                    .statusCode(201)
                    .body("created", equalTo(1))
                    .body("updated", equalTo(1))
                    .body("unchanged", equalTo(1))
                    .body("ids", hasSize(3));
            scenario.admin(aurora)
                    .get("/v1/rooms/" + second.path("ids[0]"))
                    .then()
                    .body("name", equalTo("Hood 2"))
                    .body("location.city", equalTo("Portland"))
                    .body("timeZone", equalTo("America/Los_Angeles"));
            scenario.admin(aurora)
                    .get("/v1/rooms/" + second.path("ids[2]"))
                    .then()
                    .body("name", equalTo("Rainier"));
        }

        @Test
        void shouldRefuseOneExternalIdTwice() {
            upsert("externalId,name,country\nA,Rainier,US\nA,Hood,US\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 3")))
                    .body("violations[0].message", startsWith("externalId: "));
        }

        @Test
        void shouldNotCreateWhatExists() {
            upsert("externalId,name,country\nA,Rainier,US\n").then().statusCode(201);

            csv("externalId,name,country\nA,Rainier,US\n")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("UPSERT"));
            scenario.admin(aurora)
                    .contentType("application/json")
                    .body(Map.of("name", "Hood", "externalId", "A", "location", Map.of("country", "US")))
                    .post("/v1/rooms")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/external-id-taken"));
        }

        @Test
        void shouldGiveARoomItsExternalIdByItsId() {
            UUID room = scenario.room(aurora, "Rainier", "US");

            upsert("id,externalId,name,country\n" + room + ",A,Rainier,US\n")
                    .then()
                    .statusCode(201)
                    .body("updated", equalTo(1))
                    .body("ids", equalTo(List.of(room.toString())));
        }

        @Test
        void shouldTakeAnotherTenantsRoomForNone() {
            UUID other = scenario.tenant("Borealis");
            UUID room = scenario.room(other, "Theirs", "US");
            String ghost = UUID.randomUUID().toString();

            for (Object id : List.of(room, ghost)) {
                upsert("id,name,country\n" + id + ",Mine,US\n")
                        .then()
                        .statusCode(400)
                        .body("violations[0].message", equalTo("id: is not one of your rooms"));
            }
            scenario.admin(other).get("/v1/rooms/" + room).then().body("name", equalTo("Theirs"));
        }

        @Test
        void shouldNeedBothPermissions() {
            scenario.inTenant(aurora, "creator", Scope.all(), List.of("rooms:create"));

            scenario.user(aurora, "creator")
                    .contentType("text/csv")
                    .body("name,country\nRainier,US\n")
                    .post("/v1/rooms/import?mode=UPSERT")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("rooms:modify"));
        }
    }

    /** Each is 16 MiB that would be many times as much once it is taken apart. */
    enum Bomb {
        LINE_FEEDS("application/x-ndjson", "", "\n"),
        COMMAS("text/csv", "name,country\n", ","),
        QUOTES("text/csv", "", "\""),
        OPEN_QUOTE("text/csv", "name,country\n\"", "a\n"),
        ONE_LINE("application/x-ndjson", "", "a"),
        NESTED("application/x-ndjson", "", "{\"location\":"),
        BRACKETS("application/x-ndjson", "", "["),
        ROWS("text/csv", "name,country\n", "a,US\n"),
        CELLS("text/csv", "name,country\n", "a,,,,,,,,,,,,,,,,,,,,,\n");

        final String type;
        final byte[] body;

        Bomb(String type, String beginning, String rest) {
            this.type = type;
            this.body =
                    (beginning + rest.repeat((16 * 1024 * 1024 - beginning.length()) / rest.length())).getBytes(UTF_8);
        }
    }

    @Nested
    class Limits {

        @ParameterizedTest
        @EnumSource(Bomb.class)
        void shouldReadNoFurtherThanItTakes(Bomb bomb) throws Exception {
            assertThat(post(bomb.type, bomb.body)).isEqualTo(400);
        }

        @Test
        void shouldOutliveSeveralAtOnce() throws Exception {
            try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
                List<Future<Integer>> answers = new ArrayList<>();
                for (Bomb bomb : Bomb.values()) {
                    answers.add(clients.submit(() -> post(bomb.type, bomb.body)));
                }
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isIn(400, 503);
                }
            }
            csv("name,country\nRainier,US\n").then().statusCode(201);
        }

        @Test
        void shouldRefuseMoreBytesWhateverTheySay() throws Exception {
            byte[] body = new byte[16 * 1024 * 1024 + 4096];
            Arrays.fill(body, (byte) '\n');
            HttpResponse<String> answer = send(HttpRequest.newBuilder()
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertThat(answer.statusCode()).isIn(400, 413);
            assertThat(answer.body()).contains("/problems/");
        }

        @Test
        void shouldNameTheLine() {
            csv("name,country\n" + "a".repeat(20_000) + ",US\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2")));
            csv("name,country\nRainier,US" + ",".repeat(100) + "\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2")));
            csv("name,country\n" + "a".repeat(3_000) + ",US\n")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("line 2")))
                    .body("violations[0].message", containsString("2000"));
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

        @Test
        void shouldTakeAByteOrderMarkForNoneOfTheText() {
            json("\uFEFF{\"name\": \"Rainier\", \"location\": {\"country\": \"US\"}}\n")
                    .then()
                    .statusCode(201)
                    .body("created", equalTo(1));
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

    private Response upsert(String body) {
        return importAs("text/csv; charset=utf-8", body.getBytes(UTF_8), "?mode=UPSERT");
    }

    private Response importAs(String type, byte[] body, String query) {
        return scenario.admin(aurora).contentType(type).body(body).post("/v1/rooms/import" + query);
    }

    private int post(String type, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder().header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    request.uri(URI.create("http://localhost:" + RestAssured.port + "/v1/rooms/import"))
                            .header("Authorization", "Bearer " + scenario.adminToken(aurora))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private Response json(String body) {
        return scenario.admin(aurora)
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rooms/import");
    }
}
