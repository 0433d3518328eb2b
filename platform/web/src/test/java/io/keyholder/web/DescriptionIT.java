package io.keyholder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a service describes what all services have in common. */
@QuarkusTest
class DescriptionIT extends SampleTest {
    private JsonObject document;

    @BeforeEach
    void read() {
        document = new JsonObject(given().get("/q/openapi?format=json").asString());
    }

    private JsonObject schema(String name) {
        return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private JsonObject property(String schema, String name) {
        return schema(schema).getJsonObject("properties").getJsonObject(name);
    }

    private JsonObject operation(String method, String path) {
        return document.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
    }

    @Nested
    class Members {

        @Test
        void shouldBeRequiredUnlessTheyMayBeAbsent() {
            assertThat(schema("Note").getJsonArray("required")).containsExactly("id", "name", "tenantId", "version");
            assertThat(schema("NotePage").getJsonArray("required")).containsExactly("items");
            assertThat(schema("NoteRequest").getJsonArray("required")).containsExactly("name");
        }

        @Test
        void shouldShowIdsTimesAndEnumerationsInPlace() {
            assertThat(document.getJsonObject("components")
                            .getJsonObject("schemas")
                            .fieldNames())
                    .doesNotContain("UUID", "Instant", "Kind");
            assertThat(property("Note", "id").getString("format")).isEqualTo("uuid");
            assertThat(property("NoteRequest", "at").getString("format")).isEqualTo("date-time");
            assertThat(property("NoteRequest", "kind").getJsonArray("enum")).containsExactly("LARGE", "SMALL");
        }

        @Test
        void shouldSayHowPagesGoOn() {
            assertThat(property("NotePage", "nextCursor").getString("description"))
                    .contains("`cursor`");
        }
    }

    @Nested
    class Shapes {

        @Test
        void shouldNameWhatReadsCanBeAskedFor() {
            for (String path : List.of("/v1/notes", "/v1/notes/{id}")) {
                assertThat(values(path, "fields"))
                        .containsExactlyInAnyOrder("id", "tenantId", "name", "seats", "version");
                assertThat(values(path, "expand")).containsExactly("self", "tenant");
            }
            assertThat(operation("post", "/v1/notes").encode()).doesNotContain("fields");
        }

        @Test
        void shouldDescribeWhatIsAdded() {
            assertThat(property("Note", "tenant").getString("$ref")).isEqualTo("#/components/schemas/Reference");
            assertThat(schema("Note").getJsonArray("required")).doesNotContain("tenant");
        }

        private List<Object> values(String path, String name) {
            return operation("get", path).getJsonArray("parameters").stream()
                    .map(JsonObject.class::cast)
                    .filter(parameter -> name.equals(parameter.getString("name")))
                    .findFirst()
                    .orElseThrow()
                    .getJsonObject("schema")
                    .getJsonObject("items")
                    .getJsonArray("enum")
                    .stream()
                    .toList();
        }
    }

    @Nested
    class Patches {

        @Test
        void shouldRequireNothing() {
            assertThat(operation("patch", "/v1/notes/{id}").encode()).contains("#/components/schemas/NotePatch");
            assertThat(schema("NotePatch").containsKey("required")).isFalse();
            assertThat(schema("NotePlacePatch").containsKey("required")).isFalse();
        }

        @Test
        void shouldTakeAwayByNullWhatMayBeAbsent() {
            assertThat(property("NotePatch", "seats").getJsonArray("type")).containsExactly("integer", "null");
            assertThat(property("NotePatch", "kind").getJsonArray("enum")).containsExactly("LARGE", "SMALL", null);
            assertThat(property("NotePatch", "place").getJsonArray("anyOf"))
                    .containsExactly(
                            new JsonObject().put("$ref", "#/components/schemas/NotePlacePatch"),
                            new JsonObject().put("type", "null"));
            assertThat(property("NotePatch", "name").getValue("type")).isEqualTo("string");
        }
    }

    @Nested
    class Bounds {

        private JsonObject parameter(String method, String path, String name) {
            return operation(method, path).getJsonArray("parameters").stream()
                    .map(JsonObject.class::cast)
                    .filter(parameter -> name.equals(parameter.getString("name")))
                    .findFirst()
                    .orElseThrow();
        }

        private JsonObject schemaOf(String method, String path, String parameter) {
            return parameter(method, path, parameter).getJsonObject("schema");
        }

        @Test
        void shouldFollowFromTypes() {
            assertThat(property("NoteRequest", "link").getInteger("minLength")).isEqualTo(36);
            assertThat(property("NoteRequest", "link").getInteger("maxLength")).isEqualTo(36);
            assertThat(property("NoteRequest", "at").getInteger("maxLength")).isEqualTo(40);
            assertThat(property("NoteRequest", "seats").getInteger("minimum")).isZero();
            assertThat(property("NoteRequest", "seats").getInteger("maximum")).isEqualTo(Integer.MAX_VALUE);
            assertThat(property("NotePatch", "seats").getInteger("maximum")).isEqualTo(Integer.MAX_VALUE);
        }

        @Test
        void shouldFollowFromWhatARequestHolds() {
            assertThat(schemaOf("get", "/v1/notes", "cursor").getInteger("maxLength"))
                    .isEqualTo(4096);
            assertThat(schemaOf("get", "/v1/notes", "q").getInteger("maxLength"))
                    .isEqualTo(255);
            assertThat(schemaOf("get", "/v1/notes", "kind").getInteger("maxItems"))
                    .isEqualTo(100);
            assertThat(property("NoteRequest", "tags").getInteger("maxItems")).isEqualTo(25_000);
        }

        @Test
        void shouldLeaveWhatAModelSays() {
            assertThat(property("NoteRequest", "name").getInteger("maxLength")).isEqualTo(50);
            assertThat(schemaOf("get", "/v1/notes", "limit").getInteger("minimum"))
                    .isEqualTo(1);
        }

        @Test
        void shouldPromiseNothingOfTextsThatAreAnswered() {
            assertThat(property("Note", "name").containsKey("maxLength")).isFalse();
            assertThat(property("NotePage", "items").getInteger("maxItems")).isEqualTo(200);
        }
    }

    @Nested
    class Descriptions {

        @Test
        void shouldBeGivenToWhatIsCalledTheSameEverywhere() {
            assertThat(property("Note", "version").getString("description")).contains("`If-Match`");
            assertThat(operation("get", "/v1/notes/{id}").encode()).contains("The id of the note.");
        }
    }

    @Nested
    class Operations {

        @Test
        void shouldSayWhatAChangeNeedsAndAnswers() {
            JsonObject create = operation("post", "/v1/notes");

            assertThat(create.encode()).contains("#/components/parameters/IdempotencyKey");
            assertThat(create.getJsonObject("responses").fieldNames())
                    .contains("201", "400", "401", "403", "406", "409", "413", "415", "422", "429", "503");
            assertThat(operation("patch", "/v1/notes/{id}").encode()).contains("#/components/parameters/IfMatch");
            assertThat(operation("patch", "/v1/notes/{id}")
                            .getJsonObject("responses")
                            .fieldNames())
                    .contains("404", "412", "428");
        }

        @Test
        void shouldNeedABodyOfWhichSomethingIsRequired() {
            assertThat(operation("post", "/v1/notes")
                            .getJsonObject("requestBody")
                            .getBoolean("required"))
                    .isTrue();
        }

        @Test
        void shouldSayOnEachAnswerHowManyRequestsAreLeft() {
            JsonObject answers = document.getJsonObject("components").getJsonObject("responses");

            assertThat(answers.fieldNames())
                    .allSatisfy(name -> assertThat(answers.getJsonObject(name)
                                    .getJsonObject("headers")
                                    .fieldNames())
                            .contains("RateLimit", "RateLimit-Policy", "X-Request-Id"));
            assertThat(operation("get", "/v1/notes")
                            .getJsonObject("responses")
                            .getJsonObject("200")
                            .getJsonObject("headers")
                            .fieldNames())
                    .contains("RateLimit", "RateLimit-Policy", "X-Request-Id");
        }

        @Test
        void shouldSayThatASingleResourceCanBeUnchanged() {
            assertThat(operation("get", "/v1/notes/{id}")
                            .getJsonObject("responses")
                            .fieldNames())
                    .contains("304");
            assertThat(operation("get", "/v1/notes").getJsonObject("responses").fieldNames())
                    .doesNotContain("304");
        }

        @Test
        void shouldShowAnExampleOfEachRefusal() {
            JsonObject answers = document.getJsonObject("components").getJsonObject("responses");

            assertThat(answers.getJsonObject("Problem404")
                            .getJsonObject("content")
                            .getJsonObject("application/problem+json")
                            .getJsonObject("example")
                            .getString("type"))
                    .isEqualTo("/problems/not-found");
        }

        @Test
        void shouldAskForAToken() {
            assertThat(document.getJsonArray("security")).isNotEqualTo(new JsonArray());
        }
    }
}
