package io.keyholder.e2e.contract;

import static io.keyholder.e2e.actors.Bodies.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods, media types, sizes, rates, tracing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolIT {

    private static final int MIB = 1024 * 1024;

    private final World world = new World();
    private Organisation organisation;
    private Actor admin;

    @BeforeAll
    void anOrganisation() {
        organisation = world.customer("Aurora");
        admin = organisation.globalAdmin();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /tenants, 'GET POST'",
        "PUT, /relationships, GET",
        "DELETE, /invitations, 'GET POST'",
        "POST, /permissions, GET",
        "PUT, /roles, 'GET POST'",
        "POST, /assignments, GET",
        "POST, /access/me, GET",
        "GET, /access/check, POST",
        "PATCH, /rooms, 'GET POST'",
        "PUT, /rooms/import, POST",
        "DELETE, /room-groups, 'GET POST'",
        "POST, /audit/events, GET",
        "DELETE, /audit/export, GET"
    })
    void shouldTellTheMethodsThatAreAllowed(String method, String path, String allowed) {
        Answer answer = admin.send(method, path, admin.request()).isProblem(405, "method-not-allowed");

        assertThat(answer.header("Allow").split(", ?"))
                .contains(allowed.split(" "))
                .doesNotContain(method);
    }

    @Test
    void shouldTellTheMethodsOfOneResource() {
        String room = "/rooms/" + organisation.room("Room " + UUID.randomUUID(), "US");

        assertThat(admin.send("PUT", room, admin.request()).is(405).header("Allow"))
                .contains("GET")
                .contains("PATCH");
    }

    @Test
    void shouldRefuseBodiesOverAMebibyte() {
        String large = "{\"name\":\"" + "x".repeat(MIB) + "\"}";

        admin.post("/rooms", large).isProblem(413, "payload-too-large");
        organisation.user("arne").post("/rooms", large).isProblem(413, "payload-too-large");
        admin.post("/rooms", "{\"name\":\"" + "x".repeat(MIB - 100) + "\"}").is(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /rooms, text/plain",
        "POST, /rooms, application/xml",
        "POST, /rooms/import, application/json",
        "POST, /roles, text/csv",
        "POST, /invitations, application/x-www-form-urlencoded"
    })
    void shouldRefuseMediaTypesItDoesNotRead(String method, String path, String type) {
        admin.send(method, path, admin.request().contentType(type).body("x=1"))
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void shouldTakeMergePatchesAlone() {
        String room = "/rooms/" + organisation.room("Room " + UUID.randomUUID(), "US");

        Answer answer = admin.send(
                "PATCH",
                room,
                admin.request()
                        .contentType("application/json-patch+json")
                        .header("If-Match", admin.etag(room))
                        .body("[]"));

        answer.isProblem(415, "unsupported-media-type");
    }

    @Test
    void shouldRefuseRepresentationsItDoesNotHave() {
        admin.send("GET", "/rooms", admin.request().accept("image/png")).isProblem(406, "not-acceptable");
    }

    @Test
    void shouldCountWhatEachUserHasLeft() {
        Actor user = organisation.user("counted");

        long first = left(user.get("/access/me"));
        long second = left(user.get("/access/me"));
        long others = left(organisation.user("another").get("/access/me"));

        assertThat(second).isLessThan(first);
        assertThat(others).isGreaterThan(second);
    }

    private static long left(Answer answer) {
        return Long.parseLong(answer.is(200).header("RateLimit").replaceAll(".*r=(\\d+).*", "$1"));
    }

    @Test
    void shouldKeepTheRequestsIdAndMakeOneWhereThereIsNone() {
        String id = "mine-" + UUID.randomUUID();

        assertThat(admin.send("GET", "/rooms", admin.request().header("X-Request-Id", id))
                        .header("X-Request-Id"))
                .isEqualTo(id);
        assertThat(admin.get("/rooms").header("X-Request-Id"))
                .isNotEqualTo(admin.get("/rooms").header("X-Request-Id"));
        assertThat(admin.send("GET", "/rooms", admin.request().header("X-Request-Id", "<script>"))
                        .header("X-Request-Id"))
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource({"GET, /rooms/nothing, 404", "GET, /rooms?limit=0, 400", "GET, /nothing, 404", "PUT, /rooms, 405"})
    void shouldTellTheTraceOfTheCaller(String method, String path, int status) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Answer answer =
                admin.send(method, path, admin.request().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        assertThat(answer.is(status).text("traceId")).isEqualTo(trace);
    }

    @Test
    void shouldStartATraceWhereTheCallersIsBroken() {
        Answer answer =
                admin.send("GET", "/nothing", admin.request().header("traceparent", "00-zz-00f067aa0ba902b7-01"));

        assertThat(answer.is(404).text("traceId")).matches("[0-9a-f]{32}");
    }

    @Test
    void shouldAnswerHeadAsGetWithoutABody() {
        Answer answer = admin.send("GET", "/rooms", admin.request()).is(200);
        var head = admin.request().head("/v1/rooms");

        assertThat(answer.body()).isNotEmpty();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body().asString()).isEmpty();
    }

    @Test
    void shouldLeadToWhatWasCreated() {
        Answer made =
                admin.post("/rooms", room("Room " + UUID.randomUUID(), "US")).is(201);

        String location = made.header("Location");

        Answer read = admin.get(location.substring(location.indexOf("/v1") + 3)).is(200);
        assertThat(read.body()).isEqualTo(made.body());
    }

    @Test
    void shouldTellTheMethodsToWhoAsksForThem() {
        String room = "/rooms/" + organisation.room("Room " + UUID.randomUUID(), "US");

        Answer answer = admin.send("OPTIONS", room, admin.request()).isOneOf(200, 204);

        assertThat(answer.header("Allow")).contains("GET", "HEAD", "PATCH", "OPTIONS");
    }

    /** As long as an access token that names two hundred groups. */
    @Test
    void shouldTakeLongHeadersAndRefuseLongerOnesAsAProblem() {
        admin.send("GET", "/rooms", admin.request().header("X-Long", "a".repeat(25_000)))
                .is(200);
        admin.send("GET", "/rooms?q=" + "a".repeat(7_500), admin.request()).isOneOf(200, 400);
        admin.send("GET", "/rooms", admin.request().header("X-Long", "a".repeat(40_000)))
                .isProblem(431, "headers-too-large");
        admin.send("GET", "/rooms?q=" + "a".repeat(9_000), admin.request()).isProblem(414, "uri-too-long");
    }

    @Test
    void shouldNotLetOneCallersLongHeadersHarmOthers() throws Exception {
        Actor other = organisation.globalAdmin();
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            Future<?> long25 = callers.submit(() -> IntStream.range(0, 200)
                    .forEach(i -> admin.send("GET", "/rooms", admin.request().header("X-Long", "a".repeat(25_000)))));
            Future<?> long48 = callers.submit(() -> IntStream.range(0, 200)
                    .forEach(i -> admin.send("GET", "/rooms", admin.request().header("X-Long", "a".repeat(48_000)))));
            Callable<Void> changes = () -> {
                IntStream.range(0, 100)
                        .forEach(i -> other.post("/rooms", room("Room " + UUID.randomUUID(), "US"))
                                .is(201));
                return null;
            };

            for (Future<Void> done : callers.invokeAll(List.of(changes, changes, changes))) {
                done.get();
            }
            long25.get();
            long48.get();
        }
    }

    @Test
    void shouldLetFrontEndsOfOtherOriginsReadAnswers() {
        Answer answer = admin.send("GET", "/rooms", admin.request().header("Origin", "http://localhost:5173"))
                .is(200);
        Answer refused = admin.send("GET", "/nothing", admin.request().header("Origin", "http://localhost:5173"))
                .is(404);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:5173");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Link", "RateLimit", "Retry-After", "X-Request-Id", "Keyholder-Consistency");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:5173");
    }

    @Test
    void shouldLetNobodyKeepAnswers() {
        Answer answer = admin.get("/rooms").is(200);

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void shouldCompressLongAnswers() {
        Answer answer = admin.send("GET", "/permissions", admin.request().header("Accept-Encoding", "gzip"))
                .is(200);

        assertThat(answer.header("Vary")).containsIgnoringCase("accept-encoding");
        assertThat(answer.body()).contains("rooms:view");
    }
}
