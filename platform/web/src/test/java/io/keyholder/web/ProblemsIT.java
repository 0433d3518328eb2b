package io.keyholder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsIT extends SampleTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static ValidatableResponse assertProblem(Response answer, int status, String slug) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("instance", matchesPattern("/v1/.*"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"))
                .body(not(containsString("io.keyholder")))
                .body(not(containsString("java.")))
                .body(not(containsString("jackson")));
    }

    private Response post(String body) {
        return admin(aurora).contentType(ContentType.JSON).body(body).post("/v1/notes");
    }

    private static String withoutPlace(Response problem) {
        return problem.asString().replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
    }

    @Nested
    class OfTheFramework {

        @Test
        void shouldNameTheTraceAndThePath() {
            Response answer = admin(aurora)
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .get("/v1/nothing");

            assertProblem(answer, 404, "not-found")
                    .body("instance", equalTo("/v1/nothing"))
                    .body("traceId", equalTo(TRACE));
        }

        @Test
        void shouldTakeAnImpossibleIdForOneThatDoesNotExist() {
            Response impossible = admin(aurora).get("/v1/notes/{id}", "no-id");
            Response missing = admin(aurora).get("/v1/notes/{id}", Ids.next());

            assertProblem(impossible, 404, "not-found");
            assertThat(withoutPlace(impossible)).isEqualTo(withoutPlace(missing));
        }

        @Test
        void shouldSayWhichMethodsThereAre() {
            Response answer = admin(aurora).put("/v1/notes/{id}", Ids.next());

            String allow =
                    assertProblem(answer, 405, "method-not-allowed").extract().header("Allow");
            assertThat(Set.of(allow.split(", "))).containsExactlyInAnyOrder("DELETE", "GET", "HEAD", "PATCH");
        }

        @Test
        void shouldRefuseToAnswerInAnotherForm() {
            assertProblem(admin(aurora).accept("text/html").get("/v1/notes"), 406, "not-acceptable");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
        void shouldRefuseABodyOfAnotherKind(String type) {
            Response answer = admin(aurora)
                    .contentType(type)
                    .body("{\"name\":\"" + name() + "\"}")
                    .post("/v1/notes");

            assertProblem(answer, 415, "unsupported-media-type");
        }

        @Test
        void shouldTakeAnyTypeForNoBody() {
            Response answer = admin(aurora)
                    .contentType("application/x-www-form-urlencoded")
                    .post("/v1/notes");

            assertProblem(answer, 400, "invalid-request").body("violations.field", hasItem("name"));
        }

        @Test
        void shouldRefuseAPatchThatIsNoMergePatch() {
            Response answer =
                    admin(aurora).contentType(ContentType.JSON).body("{}").patch("/v1/notes/" + Ids.next());

            assertProblem(answer, 415, "unsupported-media-type");
        }

        @Test
        void shouldSayNothingOfAFailureInTheCode() {
            assertProblem(admin(aurora).get("/v1/notes/broken"), 500, "internal-error")
                    .body(not(containsString("secret")));
        }

        @Test
        void shouldAskForAToken() {
            io.restassured.RestAssured.given()
                    .get("/v1/nothing")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
    }

    @Nested
    class OfABody {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"name\":\"a\"} and more",
                    "{\"name\":\"a\"}{}",
                    "{\"name\":\"a\",\"name\":\"b\"}",
                    "{name:\"a\"}",
                    "{'name':'a'}",
                    "not json",
                    "{\"name\":\"a\",}",
                    "\u0000"
                })
        void shouldRefuseWhatIsNotWellFormed(String body) {
            assertProblem(post(body), 400, "invalid-request").body("violations.field", hasItem("body"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "\"text\"", "7", "true", "[{\"name\":\"a\"}]"})
        void shouldRefuseWhatIsNoObject(String body) {
            assertProblem(post(body), 400, "invalid-request").body("violations.field", hasItem("body"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'{\"name\":7}' | name",
                    "'{\"name\":\"a\",\"colour\":1}' | colour",
                    "'{\"name\":\"a\",\"seats\":\"7\"}' | seats",
                    "'{\"name\":\"a\",\"seats\":7.5}' | seats",
                    "'{\"name\":\"a\",\"seats\":99999999999}' | seats",
                    "'{\"name\":\"a\",\"seats\":1e400}' | seats",
                    "'{\"name\":\"a\",\"seats\":1e99999999999}' | seats",
                    "'{\"name\":\"a\",\"kind\":\"HUGE\"}' | kind",
                    "'{\"name\":\"a\",\"kind\":1}' | kind",
                    "'{\"name\":\"a\",\"at\":\"yesterday\"}' | at",
                    "'{\"name\":\"a\",\"at\":5}' | at",
                    "'{\"name\":\"a\",\"at\":\"+294277-01-01T00:00:00Z\"}' | at",
                    "'{\"name\":\"a\",\"at\":\"-4715-01-01T00:00:00Z\"}' | at",
                    "'{\"name\":\"a\",\"at\":\"1969-12-31T23:59:59Z\"}' | at",
                    "'{\"name\":\"a\",\"link\":\"no-id\"}' | link",
                    "'{\"name\":\"a\",\"link\":\"\"}' | link",
                    "'{\"name\":\"a\",\"link\":7}' | link",
                    "'{\"name\":\"a\",\"link\":[]}' | link",
                    "'{\"name\":\"a\",\"link\":\"AZp8HgAAer2N7wEjRWeJqw==\"}' | link",
                    "'{\"name\":\"a\",\"link\":\"AZp8HgAAer2N7wEjRWeJqw\"}' | link",
                    "'{\"name\":\"a\",\"link\":\"019a7c1e-0000-7abc-8def-0123456789ab \"}' | link",
                    "'{\"name\":\"a\",\"link\":\"000000000000-1-1-1-00000000000000001\"}' | link",
                    "'{\"name\":\"a\",\"tags\":\"one\"}' | tags",
                    "'{\"name\":\"a\",\"tags\":[\"one\",2]}' | tags[1]",
                    "'{\"name\":\"a\",\"tags\":[\"one\",\" \"]}' | tags[1]",
                    "'{\"name\":\"a\",\"place\":7}' | place",
                    "'{\"name\":\"a\",\"place\":{\"country\":\"US\",\"floor\":null}}' | place.floor",
                    "'{\"name\":\"a\",\"place\":{\"country\":\"\",\"floor\":1}}' | place.country",
                    "'{\"name\":\"a\",\"place\":{\"country\":\"US\",\"floor\":201}}' | place",
                    "'{\"name\":\"a\",\"place\":{\"country\":\"US\",\"floor\":1,\"land\":\"US\"}}' | place.land",
                    "'{}' | name",
                    "'{\"name\":\"\"}' | name"
                })
        void shouldNameTheFieldThatIsWrong(String body, String field) {
            assertProblem(post(body), 400, "invalid-request").body("violations.field", hasItem(field));
        }

        @Test
        void shouldSayWhatIsAllowed() {
            assertProblem(post("{\"name\":\"a\",\"kind\":\"HUGE\"}"), 400, "invalid-request")
                    .body("violations[0].message", equalTo("must be one of LARGE, SMALL"));
            assertProblem(post("{\"name\":\"a\",\"place\":{\"country\":\"US\",\"floor\":201}}"), 400, "invalid-request")
                    .body("violations[0].message", equalTo("no house has so many floors"));
        }

        @Test
        void shouldNameAllThatIsWrong() {
            assertProblem(post("{\"name\":\"\",\"tags\":[\"\"]}"), 400, "invalid-request")
                    .body("violations.field", hasItems("name", "tags[0]"));
        }

        @Test
        void shouldRefuseDeepNesting() {
            assertProblem(post("[".repeat(100_000)), 400, "invalid-request");
            assertProblem(post("{\"place\":".repeat(50_000)), 400, "invalid-request");
        }

        @Test
        void shouldRefuseHugeNumbers() {
            assertProblem(post("{\"seats\":" + "9".repeat(100_000) + "}"), 400, "invalid-request");
            assertProblem(post("{\"seats\":1e999999999}"), 400, "invalid-request");
        }

        @Test
        void shouldNotRepeatAtLengthWhatItRefuses() {
            Response answer = post("{\"" + "x".repeat(500_000) + "\":1}");

            assertProblem(answer, 400, "invalid-request");
            assertThat(answer.asString().length()).isLessThan(2_000);
        }

        @Test
        void shouldTakeNoBodyForAnEmptyObject() {
            assertProblem(admin(aurora).contentType(ContentType.JSON).post("/v1/notes"), 400, "invalid-request")
                    .body("violations.field", hasItem("name"));
        }
    }

    @Nested
    class OfAPatch {

        private Response patch(String body) {
            String location = create(name()).then().statusCode(201).extract().header("Location");
            return admin(aurora)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(body)
                    .patch(location);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "[]",
                    "null",
                    "7",
                    "\"text\"",
                    "{\"seats\":1} and more",
                    "{\"seats\":1}{}",
                    "{\"seats\":1,\"seats\":2}",
                    ""
                })
        void shouldRefuseWhatIsNoObject(String body) {
            assertProblem(patch(body), 400, "invalid-request").body("violations.field", hasItem("body"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'{\"colour\":1}' | colour",
                    "'{\"name\":null}' | name",
                    "'{\"seats\":\"7\"}' | seats",
                    "'{\"seats\":7.5}' | seats",
                    "'{\"seats\":1e99999999999}' | seats",
                    "'{\"seats\":1e-99999999999}' | seats",
                    "'{\"place\":{\"country\":\"US\",\"floor\":1e99999999999}}' | place.floor",
                    "'{\"place\":{\"country\":\"US\",\"floor\":null}}' | place.floor"
                })
        void shouldNameTheFieldThatIsWrong(String body, String field) {
            assertProblem(patch(body), 400, "invalid-request").body("violations.field", hasItem(field));
        }

        @Test
        void shouldRefuseDeepNestingAndHugeNumbers() {
            assertProblem(patch("{\"place\":".repeat(50_000)), 400, "invalid-request");
            assertProblem(patch("{\"seats\":1e999999999}"), 400, "invalid-request");
            assertProblem(patch("{\"seats\":" + "9".repeat(900_000) + "}"), 400, "invalid-request");
        }

        @Test
        void shouldChangeWhatItNamesAndRemoveWhatItSetsToNull() {
            patch("{\"seats\":7}").then().statusCode(200).body("seats", equalTo(7));
            Response answer = patch("{\"seats\":null}");

            answer.then().statusCode(200);
            assertThat(answer.jsonPath().getMap("")).doesNotContainKey("seats");
        }
    }

    @Nested
    class OfAQuery {

        private UUID note() {
            return UUID.fromString(create(name()).jsonPath().getString("id"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"colour=1", "Q=a", "q=a&colour", "colo%75r=1", "lim=1", "q=a;colour=1", "q="})
        void shouldRefuseAParameterThatIsUnknownOrEmpty(String query) {
            Response answer = admin(aurora).urlEncodingEnabled(false).get("/v1/notes?" + query);

            assertProblem(answer, 400, "invalid-request");
        }

        /** The path's own parameter is called {@code id}. */
        @Test
        void shouldNotTakeAPathsParameterForOneOfTheQuery() {
            admin(aurora).get("/v1/notes/{id}?idea=1", note()).then().statusCode(200);
            assertProblem(admin(aurora).get("/v1/notes/{id}?id=1", note()), 400, "invalid-request")
                    .body("violations.field", hasItem("id"));
        }

        @Test
        void shouldRefuseOneOfAChange() {
            Response answer = admin(aurora).header("If-Match", "*").delete("/v1/notes/{id}?force=true", note());

            assertProblem(answer, 400, "invalid-request").body("violations.field", hasItem("force"));
        }

        @Test
        void shouldNotTellWhatIsHiddenByRefusingFirst() {
            assertProblem(admin(aurora).get("/v1/notes/{id}?colour=1", Ids.next()), 404, "not-found");
            assertProblem(guest(aurora).get("/v1/notes?colour=1"), 403, "forbidden");
        }

        @ParameterizedTest
        @CsvSource({"limit=0", "limit=-1", "limit=x", "limit=1.5", "limit=", "includeTotal=maybe", "kind=HUGE"})
        void shouldNameAParameterThatCannotBeRead(String query) {
            Response answer = admin(aurora).get("/v1/notes?" + query);

            assertProblem(answer, 400, "invalid-request")
                    .body("violations.field", hasItem(query.substring(0, query.indexOf('='))));
        }

        @Test
        void shouldTakeALimitHoweverHighForTheHighest() {
            admin(aurora).get("/v1/notes?limit=201").then().statusCode(200);
            admin(aurora).get("/v1/notes?limit=99999999999").then().statusCode(200);
        }
    }
}
