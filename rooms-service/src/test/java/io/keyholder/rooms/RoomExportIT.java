package io.keyholder.rooms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RoomExportIT extends InAScenario {

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "ndjson, application/x-ndjson"})
    void shouldBeImportedAgainUnchanged(String format, String type) {
        scenario.room(aurora, "Rainier", "US");
        for (String name :
                List.of("=1+1", "'=1+1", "x;=cmd|' /C calc'!A0", "@a, -b", "Zürich \"2\"; 日本", "'tis", "＝1")) {
            room(Map.of("name", name, "externalId", "E" + name, "location", Map.of("country", "DE", "floor", "-1")));
        }
        Response before = scenario.admin(aurora).get("/v1/rooms?limit=200");

        Response file = scenario.admin(aurora).get("/v1/rooms/export?format=" + format);
        file.then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Content-Disposition", containsString("attachment; filename=\"rooms-"));
        scenario.admin(aurora)
                .contentType(type + "; charset=utf-8")
                .body(file.asByteArray())
                .post("/v1/rooms/import?mode=UPSERT")
                .then()
                .statusCode(201)
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(8));

        assertThat(scenario.admin(aurora).get("/v1/rooms?limit=200").asString()).isEqualTo(before.asString());
    }

    @Test
    void shouldHoldNoCellThatIsAFormula() {
        room(Map.of("name", "x;=cmd|a", "location", Map.of("country", "DE")));

        String file = scenario.admin(aurora).get("/v1/rooms/export").asString();

        assertThat(file).contains("x;'=cmd|a");
    }

    @Test
    void shouldFollowAcceptAndTheListsFilters() {
        scenario.room(aurora, "Rainier", "US");
        scenario.room(aurora, "Zugspitze", "DE");

        scenario.admin(aurora)
                .accept("application/x-ndjson")
                .get("/v1/rooms/export?country=DE")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .body(containsString("Zugspitze"));
        assertThat(scenario.admin(aurora)
                        .get("/v1/rooms/export?country=DE&format=csv")
                        .asString()
                        .lines())
                .hasSize(2);
        scenario.admin(aurora)
                .accept("image/png")
                .get("/v1/rooms/export")
                .then()
                .statusCode(406);
        scenario.admin(aurora).get("/v1/rooms/export?format=xlsx").then().statusCode(400);
        scenario.admin(aurora).get("/v1/rooms/export?colour=red").then().statusCode(400);
    }

    @Test
    void shouldShowAPartnerItsReachAlone() {
        UUID meridian = scenario.tenant("Meridian");
        UUID seen = scenario.room(aurora, "Seen", "US");
        scenario.room(aurora, "Hidden", "US");
        Scenario.Relationship link = scenario.relationship(aurora, meridian, Scope.selected(List.of(seen), List.of()));
        scenario.inRelationship(link, "paul", Scope.all(), Scenario.PRIMARY_ADMIN);

        String file = scenario.user(meridian, "paul").get("/v1/rooms/export").asString();

        assertThat(file).contains("Seen", aurora.toString()).doesNotContain("Hidden");
    }

    @Test
    void shouldGiveOutMoreThanAPage() {
        StringBuilder body = new StringBuilder("name,country\n");
        for (int i = 0; i < 2_500; i++) {
            body.append("Room ").append(i).append(",US\n");
        }
        scenario.admin(aurora)
                .contentType("text/csv; charset=utf-8")
                .body(body.toString().getBytes(UTF_8))
                .post("/v1/rooms/import")
                .then()
                .statusCode(201);

        assertThat(scenario.admin(aurora)
                        .get("/v1/rooms/export")
                        .asString()
                        .lines()
                        .distinct())
                .hasSize(2_501);
    }

    private void room(Map<String, ?> room) {
        scenario.admin(aurora)
                .contentType("application/json; charset=utf-8")
                .body(room)
                .post("/v1/rooms")
                .then()
                .statusCode(201);
    }
}
