package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ShapeIT extends SampleTest {
    private String id;

    @BeforeEach
    void createNote() {
        id = create(name()).jsonPath().getString("id");
    }

    private Response get(String path) {
        return admin(aurora).urlEncodingEnabled(false).get("/v1/notes" + path);
    }

    @Nested
    class Fields {

        @ParameterizedTest
        @ValueSource(strings = {"fields=id,name", "fields=name,id,name", "fields=id&fields=name", "fields=id%2Cname"})
        void shouldLeaveOutWhatIsNotNamed(String query) {
            assertThat(get("/" + id + "?" + query).jsonPath().getMap("")).containsOnlyKeys("id", "name");
            assertThat(get("?" + query).jsonPath().getMap("items[0]")).containsOnlyKeys("id", "name");
        }

        @Test
        void shouldLeaveThePageAsItIs() {
            create(name());

            Response page = get("?limit=1&includeTotal=true&fields=name");

            assertThat(page.jsonPath().getMap("")).containsOnlyKeys("items", "nextCursor", "total");
            assertThat(page.header("Link")).contains("fields=name");
            get("?limit=1&fields=id&cursor=" + page.jsonPath().getString("nextCursor"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldHaveAnETagOfWhatIsShown() {
            String whole = get("/" + id).header("ETag");
            String part = get("/" + id + "?fields=name").header("ETag");

            assertThat(part).isNotEqualTo(whole);
            known(part, "?fields=name").then().statusCode(304);
            known(whole, "?fields=name").then().statusCode(200);
            admin(aurora)
                    .header("If-Match", part)
                    .contentType("application/merge-patch+json")
                    .body("{\"seats\":3}")
                    .patch("/v1/notes/" + id)
                    .then()
                    .statusCode(200);
        }

        private Response known(String tag, String query) {
            return admin(aurora).header("If-None-Match", tag).get("/v1/notes/" + id + query);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fields=nothing",
                    "fields=id,seat",
                    "fields=link",
                    "fields=items",
                    "fields=id,,name",
                    "fields=,"
                })
        void shouldRefuseWhatIsNotThere(String query) {
            for (String path : new String[] {"/" + id + "?", "?"}) {
                get(path + query)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("/problems/invalid-request"))
                        .body("violations[0].field", equalTo("fields"))
                        .body("violations[0].code", equalTo("UNKNOWN"))
                        .body("violations[0].message", containsString("id, tenantId, name, seats, version"));
            }
        }

        @Test
        void shouldRefuseNothingNamed() {
            get("?fields=").then().statusCode(400).body("violations.code", equalTo(List.of("REQUIRED")));
        }

        @Test
        void shouldBeForReadsAlone() {
            admin(aurora)
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"" + name() + "\"}")
                    .post("/v1/notes?fields=id")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("fields"));
        }
    }

    @Nested
    class Expanding {

        @Test
        void shouldAddWhatAnIdStandsFor() {
            Map<String, String> tenant = Map.of("id", aurora.toString(), "name", "Tenant");

            assertThat(get("/" + id + "?expand=tenant").jsonPath().getMap("tenant"))
                    .isEqualTo(tenant);
            assertThat(get("?expand=tenant").jsonPath().getMap("items[0].tenant"))
                    .isEqualTo(tenant);
            assertThat(get("/" + id).jsonPath().getMap("")).doesNotContainKey("tenant");
        }

        @Test
        void shouldAddItToTheFieldsThatAreNamed() {
            assertThat(get("/" + id + "?fields=name&expand=tenant").jsonPath().getMap(""))
                    .containsOnlyKeys("name", "tenant");
        }

        @ParameterizedTest
        @CsvSource({"stale, 503, /problems/access-data-stale", "broken, 500, /problems/internal-error"})
        void shouldFailAsAnyRequestWhenNamesCannotBeHad(String name, int status, String type) {
            String other = create(name + name()).jsonPath().getString("id");

            for (String path : new String[] {"/" + other + "?expand=self", "?limit=200&expand=self"}) {
                Response answer = get(path);
                answer.then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("type", equalTo(type));
                assertThat(answer.asString()).doesNotContain("secret", "items");
                assertThat(answer.header("ETag")).isNull();
            }
        }

        @Test
        void shouldRefuseWhatIsNotThere() {
            get("?expand=seats")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("expand"))
                    .body("violations[0].code", equalTo("UNKNOWN"))
                    .body("violations[0].message", containsString("tenant"));
        }
    }
}
