package io.keyholder.e2e.contract;

import static io.keyholder.e2e.actors.Bodies.csvOfRooms;
import static io.keyholder.e2e.actors.Bodies.role;
import static io.keyholder.e2e.actors.Bodies.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AtOnce;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.World;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Concurrency, retries, and reading one's own writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesIT {

    private final World world = new World();
    private Organisation organisation;
    private Actor admin;

    @BeforeAll
    void anOrganisation() {
        organisation = world.customer("Aurora");
        admin = organisation.globalAdmin();
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    @Nested
    class Concurrency {

        @Test
        void shouldNeedTheCurrentVersionForEachChange() {
            String room = "/rooms/" + organisation.room(unique("Room"), "US");
            String group = "/room-groups/" + organisation.roomGroup(unique("Group"));
            String role = "/roles/"
                    + admin.post("/roles", role(unique("Role"), "rooms:view"))
                            .is(201)
                            .id();
            for (String path : List.of(room, group, role)) {
                String name = "{\"name\":\"%s\"}".formatted(unique("New"));
                String before = admin.etag(path);
                admin.send(
                                "PATCH",
                                path,
                                admin.request()
                                        .contentType("application/merge-patch+json")
                                        .body(name))
                        .isProblem(428, "precondition-required");
                Answer changed = admin.patch(path, before, name).is(200);
                assertThat(changed.etag()).isNotEqualTo(before).isEqualTo(admin.etag(path));
                admin.patch(path, before, name).isProblem(412, "precondition-failed");
                admin.patch(path, "W/" + before, name).isProblem(412, "precondition-failed");
                admin.patch(path, "nonsense", name).isOneOf(400, 412);
                Answer again = admin.patch(path, "W/" + changed.etag(), name).is(200);
                admin.patch(path, '"' + again.text("version") + '"', name).is(200);
            }
            for (String path : List.of(group, role)) {
                admin.send("DELETE", path, admin.request()).isProblem(428, "precondition-required");
                admin.delete(path, "\"0\"").isProblem(412, "precondition-failed");
                admin.delete(path, "*").is(204);
                admin.get(path).isNotFound();
            }
        }

        @Test
        void shouldReadPlainJsonAsAMergePatch() {
            List<String> paths = List.of(
                    "/rooms/" + organisation.room(unique("Room"), "US"),
                    "/room-groups/" + organisation.roomGroup(unique("Group")),
                    "/roles/"
                            + admin.post("/roles", role(unique("Role"), "rooms:view"))
                                    .is(201)
                                    .id());
            for (String path : paths) {
                for (String type : List.of("application/json", "application/json; charset=utf-8")) {
                    String name = unique("Plain");
                    admin.send(
                                    "PATCH",
                                    path,
                                    admin.request()
                                            .contentType(type)
                                            .header("If-Match", "*")
                                            .body("{\"name\":\"" + name + "\"}"))
                            .is(200);
                    assertThat(admin.get(path).is(200).text("name")).isEqualTo(name);
                }
            }
        }

        @Test
        void shouldTakeOneOfSeveralVersions() {
            String room = "/rooms/" + organisation.room(unique("Room"), "US");

            admin.patch(room, "\"0\", " + admin.etag(room), Map.of("capacity", 2))
                    .is(200);
        }

        @Test
        void shouldLetOneOfTwoChangesOfTheSameVersionPass() throws Exception {
            String room = "/rooms/" + organisation.room(unique("Room"), "US");
            String etag = admin.etag(room);

            List<Answer> answers = AtOnce.send(
                    () -> admin.patch(room, etag, Map.of("capacity", 1)),
                    () -> admin.patch(room, etag, Map.of("capacity", 2)),
                    () -> admin.patch(room, etag, Map.of("capacity", 3)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412, 412);
        }

        @Test
        void shouldNotSendAgainWhatHasNotChanged() {
            String room = "/rooms/" + organisation.room(unique("Room"), "US");
            String etag = admin.etag(room);

            Answer same = admin.send("GET", room, admin.request().header("If-None-Match", etag));
            admin.patchCurrent(room, Map.of("capacity", 2)).is(200);
            Answer changed = admin.send("GET", room, admin.request().header("If-None-Match", etag));

            assertThat(same.is(304).body()).isEmpty();
            assertThat(same.etag()).isEqualTo(etag);
            assertThat(changed.is(200).<Integer>value("capacity")).isEqualTo(2);
        }
    }

    @Nested
    class Retries {

        @Test
        void shouldGiveTheFirstAnswerAgain() {
            String key = UUID.randomUUID().toString();
            Map<String, Object> body = room(unique("Room"), "US");

            Answer first = admin.post("/rooms", body, key).is(201);
            Answer second = admin.post("/rooms", body, key).is(201);

            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            assertThat(second.etag()).isEqualTo(first.etag());
            assertThat(admin.get("/rooms?q=" + body.get("name").toString().replace(" ", "%20"))
                            .is(200)
                            .items())
                    .hasSize(1);
        }

        @Test
        void shouldRefuseAnotherBodyUnderTheSameKey() {
            String key = UUID.randomUUID().toString();
            admin.post("/rooms", room(unique("Room"), "US"), key).is(201);

            admin.post("/rooms", room(unique("Room"), "US"), key).isProblem(422, "idempotency-key-reused");
        }

        @Test
        void shouldKeepConflictsButNotMistakes() {
            String name = unique("Role");
            String first =
                    admin.post("/roles", role(name, "rooms:view")).is(201).id();
            String key = UUID.randomUUID().toString();
            admin.post("/roles", role(name, "rooms:view"), key).isProblem(409, "role-name-taken");
            admin.deleteCurrent("/roles/" + first).is(204);
            admin.post("/roles", role(name, "rooms:view"), key).isProblem(409, "role-name-taken");

            String other = UUID.randomUUID().toString();
            admin.post("/roles", Map.of("name", ""), other).is(400);
            admin.post("/roles", role(unique("Role"), "rooms:view"), other).is(201);
        }

        @Test
        void shouldTellUsersPathsAndTenantsApart() {
            String key = UUID.randomUUID().toString();
            String name = unique("Same");
            Actor second = organisation.withRole("amelie" + UUID.randomUUID(), "managed-service-administrator");

            admin.post("/rooms", room(name, "US"), key).is(201);
            admin.post("/room-groups", Map.of("name", name, "roomIds", List.of()), key)
                    .is(201);
            admin.post("/roles", role(name, "rooms:view"), key).is(201);
            second.post("/rooms", room(unique("Other"), "US"), key).is(201);
            world.customer("Borealis")
                    .globalAdmin()
                    .post("/rooms", room(unique("Other"), "US"), key)
                    .is(201);
        }

        @Test
        void shouldRunOnceWhenSentSeveralTimesAtOnce() throws Exception {
            String key = UUID.randomUUID().toString();
            Map<String, Object> body = room(unique("Room"), "US");

            List<Answer> answers = AtOnce.send(
                    () -> admin.post("/rooms", body, key),
                    () -> admin.post("/rooms", body, key),
                    () -> admin.post("/rooms", body, key),
                    () -> admin.post("/rooms", body, key));

            Set<String> ids = new HashSet<>();
            for (Answer answer : answers) {
                if (answer.isOneOf(201, 409).status() == 409) {
                    answer.isProblem(409, "request-in-progress");
                } else {
                    ids.add(answer.id());
                }
            }
            assertThat(ids).hasSize(1);
            admin.post("/rooms", body, key).is(201);
        }

        @Test
        void shouldCoverActionsToo() {
            String room = organisation.room(unique("Room"), "US");
            String path = "/rooms/" + room + "/unenroll";
            String key = UUID.randomUUID().toString();

            Answer first = admin.send("POST", path, admin.request().header("Idempotency-Key", key))
                    .is(200);
            Answer second = admin.send("POST", path, admin.request().header("Idempotency-Key", key))
                    .is(200);

            assertThat(second.body()).isEqualTo(first.body());
        }

        @Test
        void shouldRefuseKeysBeyondMeasure() {
            admin.post("/rooms", room(unique("Room"), "US"), "k".repeat(2000)).is(400);
        }
    }

    @Nested
    class ReadYourWrites {

        @Test
        void shouldSeeOnesOwnWriteInEveryService() {
            Organisation customer = world.customer("Writer");
            Organisation partner = world.partner("Reader");
            Actor paul = partner.user("paul");
            for (int i = 0; i < 10; i++) {
                String room = customer.room("Room " + i, "US");
                var made = customer.entrust(partner, io.keyholder.e2e.actors.Bodies.rooms(room), paul);

                assertThat(made.roomsSeenBy(paul)).containsExactly("Room " + i);
                assertThat(paul.get("/roles?relationshipId=" + made.id())
                                .is(200)
                                .texts("items.key"))
                        .containsExactly("primary-admin");
                assertThat(customer.globalAdmin()
                                .get("/audit/events?limit=1")
                                .is(200)
                                .items())
                        .hasSize(1);
                made.terminate();
                assertThat(made.roomsSeenBy(paul)).isEmpty();
                paul.get("/roles?relationshipId=" + made.id()).isNotFound();
            }
        }

        @Test
        void shouldStaySmallHoweverMuchWasChanged() {
            Organisation large = world.customer("Large");
            Actor gail = large.globalAdmin();
            gail.importRooms(csvOfRooms("Room", 300, "US")).is(201);
            for (int i = 0; i < 150; i++) {
                // Each answer's token is held against its limit of 4 KiB, as every answer's is.
                large.roomGroup("Group " + i);
            }
            assertThat(gail.get("/room-groups?includeTotal=true&limit=1")
                            .is(200)
                            .total())
                    .isEqualTo(150);
        }

        @Test
        void shouldMergeTheTokenThatWasSentIntoTheAnswers() {
            Organisation customer = world.customer("Merging");
            Actor gail = customer.globalAdmin().unaware();
            String first = gail.post("/rooms", room("One", "US")).is(201).header("Keyholder-Consistency");
            Answer second = gail.send(
                    "POST",
                    "/roles",
                    gail.request()
                            .header("Keyholder-Consistency", first)
                            .contentType("application/json")
                            .body(role("Role", "rooms:view")));

            String merged = second.is(201).header("Keyholder-Consistency");

            assertThat(merged.length()).isGreaterThan(first.length());
            Answer log = gail.send("GET", "/audit/events", gail.request().header("Keyholder-Consistency", merged));
            assertThat(log.is(200).texts("items.objectName")).contains("One", "Role");
        }

        @Test
        void shouldRefuseTokensThatWereNotGivenOutHere() {
            Actor gail = admin.unaware();
            String good =
                    gail.post("/rooms", room(unique("Room"), "US")).is(201).header("Keyholder-Consistency");

            for (String token : List.of("abc", "!", good.substring(1), good + "A", "A" + good)) {
                for (String path : List.of("/rooms", "/roles", "/invitations", "/relationships", "/audit/events")) {
                    gail.send("GET", path, gail.request().header("Keyholder-Consistency", token))
                            .is(400);
                }
            }
        }
    }
}
