package io.keyholder.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyholder.client.model.RolePatch;
import io.keyholder.client.model.Room;
import io.keyholder.client.model.RoomGroupRequest;
import io.keyholder.client.model.RoomPatch;
import io.keyholder.client.model.RoomRequest;
import io.keyholder.client.model.TenantPatch;
import io.keyholder.client.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyholderTest {
    private static final UUID ID = UUID.fromString("0190f1c0-0000-7000-8000-000000000001");
    private static final String ROOM = """
            {"id":"%s","name":"Rainier","version":"7","status":"A_LATER_SERVER_S","unheardOf":1,"createdAt":"2026-05-01T10:00:00Z"}""".formatted(ID);
    private static final String STALE = """
            {"type":"https://x.example/problems/precondition-failed","title":"Changed meanwhile","status":412}""";
    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");

    private Server server;
    private Keyholder keyholder;

    @BeforeEach
    void start() throws IOException {
        server = new Server();
        keyholder = Keyholder.at(server.address())
                .token("a-token")
                .retries(3, Duration.ofMillis(5))
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsWhatItKnowsOfAnAnswer() {
        server.answers(200, ROOM);
        Room room = keyholder.rooms().getRoom(ID);
        assertThat(room.getName()).isEqualTo("Rainier");
        assertThat(room.getCreatedAt()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(room.getStatus()).isEqualTo(Room.StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(server.asked().getFirst().header("Authorization")).hasValue("Bearer a-token");
    }

    @Test
    void writesQueriesAsTheApiReadsThem() {
        server.answers(200, "{\"items\":[]}");
        keyholder
                .rooms()
                .listRooms(query -> query.country("US", "DE")
                        .q("a&b c+d")
                        .fields("id", "name")
                        .updatedSince(Instant.parse("2026-05-01T10:00:00Z")));
        assertThat(server.asked().getFirst().path())
                .isEqualTo("/v1/rooms?country=US&country=DE&q=a%26b%20c%2Bd&fields=id%2Cname"
                        + "&updatedSince=2026-05-01T10%3A00%3A00Z");
    }

    @Test
    void asksForPagesAsTheyAreNeeded() {
        server.answers(200, "{\"items\":[" + ROOM + "," + ROOM + "],\"nextCursor\":\"c 1\",\"total\":3}")
                .answers(200, "{\"items\":[" + ROOM + "]}");
        Page<Room> first = keyholder.rooms().listRooms(query -> query.country("US"));
        assertThat(first.total()).hasValue(3);
        assertThat(first.all().limit(2)).hasSize(2);
        assertThat(server.asked()).hasSize(1);
        assertThat(first.all()).hasSize(3);
        assertThat(server.asked().getLast().path()).isEqualTo("/v1/rooms?country=US&cursor=c%201");
    }

    @Test
    void repeatsAPostByTheSameKey() {
        server.answers(503, AT_ONCE, "").answers(504, "").hangsUp().answers(201, ROOM);
        keyholder.rooms().createRoom(new RoomRequest().name("Rainier"));
        assertThat(server.asked())
                .hasSize(4)
                .extracting(asked -> asked.header("Idempotency-Key"))
                .doesNotContain(Optional.empty())
                .containsOnly(server.asked().getFirst().header("Idempotency-Key"));
        server.answers(201, ROOM).answers(201, ROOM);
        keyholder.rooms().createRoom(new RoomRequest().name("Rainier"));
        assertThat(server.asked().getLast().header("Idempotency-Key"))
                .isNotEqualTo(server.asked().getFirst().header("Idempotency-Key"));
        keyholder.withIdempotencyKey("mine").rooms().createRoom(new RoomRequest().name("Rainier"));
        assertThat(server.asked().getLast().header("idempotency-key")).hasValue("mine");
    }

    @Test
    void doesNotRepeatAChangeThatMayHaveBeenDone() {
        server.answers(502, "");
        assertThatExceptionOfType(KeyholderProblem.class)
                .isThrownBy(() -> keyholder.rooms().changeRoom(ID, "7", new RoomPatch().capacity(1)))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(502));
        server.hangsUp();
        assertThatExceptionOfType(NoAnswerException.class)
                .isThrownBy(() -> keyholder.rooms().changeRoom(ID, "7", new RoomPatch().capacity(1)));
        server.answers(503, AT_ONCE, "").answers(200, ROOM);
        keyholder.rooms().changeRoom(ID, "7", new RoomPatch().capacity(1));
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void givesUpAfterSoManyTimesOrWhereItIsToWaitTooLong() {
        server.answers(503, AT_ONCE, "").answers(503, AT_ONCE, "").answers(503, AT_ONCE, "");
        server.answers(503, AT_ONCE, "");
        assertThatExceptionOfType(KeyholderProblem.class)
                .isThrownBy(() -> keyholder.rooms().getRoom(ID));
        assertThat(server.asked()).hasSize(4);
        server.answers(429, Map.of("Retry-After", "3600"), "");
        assertThatExceptionOfType(KeyholderProblem.class)
                .isThrownBy(() -> keyholder.rooms().getRoom(ID))
                .satisfies(problem -> assertThat(problem.retryAfter()).hasValue(Duration.ofHours(1)));
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void seesItsOwnChangesAndThoseItIsToldOf() {
        server.answers(201, Map.of("Keyholder-Consistency", "t1"), ROOM)
                .answers(200, ROOM)
                .answers(200, ROOM);
        keyholder.rooms().createRoom(new RoomRequest().name("Rainier"));
        keyholder.rooms().getRoom(ID);
        keyholder.seeing("t2").rooms().getRoom(ID);
        assertThat(server.asked())
                .extracting(asked -> asked.header("Keyholder-Consistency").orElse("none"))
                .containsExactly("none", "t1", "t2");
    }

    @Test
    void tellsNullFromAbsentInAPatch() {
        server.answers(200, ROOM);
        keyholder.rooms().changeRoom(ID, "7", new RoomPatch().name("Baker").externalId(null));
        assertThat(server.asked().getFirst().body()).isEqualTo("{\"name\":\"Baker\",\"externalId\":null}");
        assertThat(server.asked().getFirst().header("If-Match")).hasValue("\"7\"");
        assertThat(server.asked().getFirst().header("Content-Type")).hasValue("application/merge-patch+json");
    }

    @Test
    void sendsOnlyWhatIsSet() {
        server.answers(201, "{\"id\":\"" + ID + "\"}").answers(200, "{\"id\":\"" + ID + "\"}");
        keyholder.roomGroups().createRoomGroup(new RoomGroupRequest().name("US"));
        keyholder.roles().changeRole(ID, "7", new RolePatch().name("Night shift"));
        assertThat(server.asked())
                .extracting(Server.Asked::body)
                .containsExactly("{\"name\":\"US\"}", "{\"name\":\"Night shift\"}");
    }

    @Test
    void makesProblemsOfRefusals() {
        server.answers(422, Map.of("X-Request-Id", "r1"), """
                {"type":"https://x.example/problems/validation-failed","title":"Not valid","status":422,"detail":"See violations",
                 "traceId":"abc","violations":[{"field":"name","code":"REQUIRED","message":"must not be blank"}]}""");
        KeyholderProblem problem = catchThrowableOfType(
                KeyholderProblem.class, () -> keyholder.rooms().createRoom(new RoomRequest()));
        assertThat(problem).hasMessage("See violations");
        assertThat(problem.slug()).isEqualTo("validation-failed");
        assertThat(problem.violations())
                .singleElement()
                .satisfies(one -> assertThat(one.getCode()).isEqualTo(Violation.CodeEnum.REQUIRED));
        assertThat(problem.requestId()).isEqualTo("r1");
        server.answers(413, "<html>A proxy's</html>");
        KeyholderProblem proxys = catchThrowableOfType(
                KeyholderProblem.class, () -> keyholder.rooms().createRoom(new RoomRequest()));
        assertThat(proxys.status()).isEqualTo(413);
        assertThat(proxys.slug()).isEqualTo("about:blank");
        server.answers(500, "{\"status\":500,\"error\":\"A proxy's too\"}");
        KeyholderProblem another = catchThrowableOfType(
                KeyholderProblem.class, () -> keyholder.rooms().createRoom(new RoomRequest()));
        assertThat(another).hasMessage("HTTP 500");
    }

    @Test
    void changesAgainWhereSomebodyElseWasQuicker() {
        server.answers(200, ROOM)
                .answers(412, STALE)
                .answers(200, ROOM.replace("\"7\"", "\"8\""))
                .answers(200, ROOM);
        keyholder.updating(() -> {
            Room room = keyholder.rooms().getRoom(ID);
            return keyholder.rooms().changeRoom(ID, room.getVersion(), new RoomPatch().capacity(9));
        });
        assertThat(server.asked().getLast().header("If-Match")).hasValue("\"8\"");
    }

    @Test
    void doesNotTakeWhatWaitsForConsentForDone() {
        server.answers(202, "{\"id\":\"" + ID + "\",\"status\":\"PENDING\"}");
        assertThatExceptionOfType(ChangePendingException.class)
                .isThrownBy(() -> keyholder.tenants().changeTenant(ID, "1", new TenantPatch()))
                .satisfies(pending -> assertThat(pending.change().getId()).isEqualTo(ID));
    }

    @Test
    void givesAFileAsItComes() throws IOException {
        server.answers(200, "id,name\n1,Rainier\n");
        try (InputStream file = keyholder.rooms().exportRooms(query -> query.format("csv"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).endsWith("Rainier\n");
        }
    }

    @Test
    void tellsItsListener() {
        List<String> heard = new ArrayList<>();
        Keyholder observed = Keyholder.at(server.address())
                .retries(1, Duration.ofMillis(5))
                .listener(new Listener() {
                    @Override
                    public void sending(HttpRequest request, String body) {
                        heard.add(request.method() + " " + body);
                    }

                    @Override
                    public void answered(HttpRequest request, int status, HttpHeaders headers, String body) {
                        heard.add(status + " " + body);
                    }

                    @Override
                    public void retrying(HttpRequest request, String reason, Duration wait) {
                        heard.add("again: " + reason);
                    }
                })
                .build();
        server.answers(503, AT_ONCE, "").answers(412, STALE);
        assertThatExceptionOfType(KeyholderProblem.class)
                .isThrownBy(() -> observed.rooms().getRoom(ID));
        assertThat(heard).containsExactly("GET ", "again: 503 HTTP 503", "GET ", "412 " + STALE);
    }
}
