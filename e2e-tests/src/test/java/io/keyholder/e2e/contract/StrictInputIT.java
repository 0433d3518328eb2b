package io.keyholder.e2e.contract;

import static io.keyholder.e2e.actors.Bodies.room;
import static io.keyholder.e2e.actors.Bodies.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, unknown names, and the order of checks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictInputIT {

    private final World world = new World();
    private Actor admin;
    private Actor nobody;
    private String room;

    @BeforeAll
    void anOrganisation() {
        Organisation organisation = world.customer("Aurora");
        admin = organisation.globalAdmin();
        nobody = organisation.user("arne");
        room = "/rooms/" + organisation.room("One", "US");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants",
                "/relationships",
                "/invitations",
                "/permissions",
                "/roles",
                "/assignments",
                "/access/me",
                "/rooms",
                "/room-groups",
                "/audit/events",
                "/audit/export"
            })
    void shouldNameUnknownParameters(String path) {
        admin.get(path + "?colour=red").isInvalidAt("colour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tenants", "/relationships", "/invitations", "/roles", "/assignments", "/rooms", "/room-groups"
            })
    void shouldNotFindWhatIsNoIdNorWhatDoesNotExist(String path) {
        admin.get(path + "/nonsense").isNotFound();
        admin.get(path + "/" + Missing.id()).isNotFound();
        admin.get(path + "/" + Missing.id() + "/nonsense").isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/roomsx", "/rooms/import/x", "/", "/incidents/x/y/z"})
    void shouldNotFindUnknownPaths(String path) {
        admin.get(path).isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"room\"", "{\"name\":\"a\",}", "{\"name\":{}}", "{\"name\":[1]}"})
    void shouldRefuseBodiesThatAreNotTheObject(String body) {
        admin.send(
                        "POST",
                        "/rooms",
                        admin.request().contentType("application/json").body(body))
                .is(400);
    }

    @Test
    void shouldRefuseAFieldThatIsThereTwice() {
        admin.post("/rooms", "{\"name\":\"A\",\"name\":\"B\",\"location\":{\"country\":\"US\"}}")
                .is(400);
    }

    @Test
    void shouldNameEveryFieldThatIsWrongAtOnce() {
        Answer answer = admin.post("/rooms", with(Map.of("name", ""), "location", Map.of("country", "Atlantis")));

        answer.isInvalidAt("name").isInvalidAt("location.country");
    }

    @Test
    void shouldAuthoriseBeforeValidating() {
        nobody.post("/rooms", "{").isForbiddenFor("rooms:create");
        nobody.get("/roles?limit=0&colour=red").isOneOf(403);
        admin.get("/rooms/" + Missing.id() + "?colour=red").isNotFound();
    }

    @Test
    void shouldCheckInTheOrderOfTheContract() {
        String stale = "\"0\"";
        nobody.patch(room, stale, "{").isNotFound();
        Answer withoutVersion = admin.send(
                "PATCH",
                room,
                admin.request().contentType("application/merge-patch+json").body("{\"colour\":1}"));
        withoutVersion.is(400);
        admin.patch(room, stale, Map.of("colour", 1)).is(400);
        admin.patch(room, stale, Map.of("capacity", 1)).isProblem(412, "precondition-failed");
        admin.send(
                        "PATCH",
                        room,
                        admin.request()
                                .contentType("application/merge-patch+json")
                                .body("{\"capacity\":1}"))
                .isProblem(428, "precondition-required");
    }

    @ParameterizedTest
    @CsvSource({"GET, /rooms/a;b", "GET, /rooms/..%2fadmin", "GET, /rooms/%00"})
    void shouldRefuseCrookedPaths(String method, String path) {
        admin.send(method, path, admin.request()).isOneOf(400, 404);
    }

    @Test
    void shouldTellTheProblemAndNothingOfItsInsides() {
        admin.post("/rooms", room("x".repeat(10_000), "US")).isInvalidAt("name");
        admin.post("/rooms", with(room("One", "US"), "capacity", Long.MAX_VALUE))
                .isInvalidAt("capacity");
        admin.post("/rooms", with(room("One", "US"), "capacity", 1.5)).isInvalidAt("capacity");
    }

    @Test
    void shouldTakeNoTextThatADatabaseCannotHold() {
        admin.post("/rooms", room("a\u0000b", "US")).isInvalidAt("name");
        admin.get("/rooms?q=a%00b").isOneOf(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tenants?limit=5&limit=5",
                "/relationships?q=a&q=b",
                "/invitations?limit=1&limit=2",
                "/roles?sort=name&sort=name",
                "/rooms?limit=1&limit=1",
                "/room-groups?q=a&q=a",
                "/audit/events?limit=1&limit=1",
                "/audit/export?format=csv&format=jsonl"
            })
    void shouldTakeAParameterOfOneValueOnce(String path) {
        admin.get(path).isInvalidAt(path.replaceAll(".*\\?|=.*", ""));
    }

    @Test
    void shouldReadUtf8Alone() {
        byte[] latin = "{\"name\":\"B\u00fccher\",\"location\":{\"country\":\"US\"}}".getBytes(ISO_8859_1);

        admin.send(
                        "POST",
                        "/rooms",
                        admin.request().contentType("application/json").body(latin))
                .isInvalidAt("body");
        admin.send(
                        "POST",
                        "/rooms",
                        admin.request()
                                .contentType("application/json; charset=iso-8859-1")
                                .body(latin))
                .isProblem(415, "unsupported-media-type");
        admin.send(
                        "POST",
                        "/rooms",
                        admin.request()
                                .contentType("application/json")
                                .header("Content-Encoding", "gzip")
                                .body(latin))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void shouldKnowTheSameRequestInAnotherOrder() {
        String key = UUID.randomUUID().toString();
        String name = "Room " + key;

        Answer first = withKey(
                        key, "{\"name\":\"%s\",\"location\":{\"country\":\"US\",\"city\":\"Rome\"}}".formatted(name))
                .is(201);
        Answer again = withKey(
                        key, "{\"location\": {\"city\":\"Rome\", \"country\":\"US\"}, \"name\":\"%s\"}".formatted(name))
                .is(201);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
    }

    private Answer withKey(String key, String body) {
        return admin.send(
                "POST",
                "/rooms",
                admin.request()
                        .contentType("application/json")
                        .header("Idempotency-Key", key)
                        .body(body));
    }
}
