package io.keyholder.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.invitation.Scene.Org;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each side is shown, and what nobody else may know of. */
@QuarkusTest
class HidingIT extends InAScene {
    @Provided
    TestIssuer operators;

    private String path;

    @BeforeEach
    void set() {
        path = scene.invited(aurora, meridian);
    }

    /** A request about one invitation. */
    record Asked(String name, Function<RequestSpecification, Function<String, Response>> ask) {
        Response of(RequestSpecification who, String path) {
            return ask.apply(who).apply(path);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Asked> everything() {
        return Stream.of(
                new Asked("read", who -> who::get),
                new Asked("accept", who -> path -> Scene.post(who, path + "/accept", Scene.admins("paula"))),
                new Asked("accept, unreadable", who -> path -> Scene.post(who, path + "/accept", "{")),
                new Asked("deny", who -> path -> Scene.post(who, path + "/deny", "{}")),
                new Asked("cancel", who -> path -> who.post(path + "/cancel")));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void shouldNotExistForAnyOtherTenant(Asked asked) {
        Org solstice = scene.tenant("Solstice");

        shouldBeLikeWhatDoesNotExist(asked, () -> scene.admin(solstice));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void shouldNotExistForWhoLacksThePermissionToSeeIt(Asked asked) {
        shouldBeLikeWhatDoesNotExist(asked, () -> scene.plain(aurora));
        shouldBeLikeWhatDoesNotExist(asked, () -> scene.plain(meridian));
    }

    @Test
    void shouldNotExistForTheCustomersTenantManagers() {
        String received = scene.invited(meridian, aurora);
        scene.assign(aurora, BuiltInRole.TENANT_MANAGER, "tim", received);

        scene.user(aurora, "tim").get(path).then().statusCode(404);
    }

    private void shouldBeLikeWhatDoesNotExist(Asked asked, Supplier<RequestSpecification> who) {
        String nowhere = "/v1/invitations/" + Ids.next();

        Response hidden = asked.of(who.get(), path);
        Response missing = asked.of(who.get(), nowhere);

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(comparable(hidden, path)).isEqualTo(comparable(missing, nowhere));
        assertThat(headers(hidden)).isEqualTo(headers(missing));
    }

    /** All but what the contract excepts: the instance and the trace. */
    private static String comparable(Response answer, String path) {
        return answer.asString()
                .replaceAll("\"instance\":\"" + path + "(/\\w+)?\"", "\"instance\":\"$1\"")
                .replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    @Test
    void shouldBeClosedToOperators() {
        for (Asked asked : everything().toList()) {
            assertThat(asked.of(operator(), path).statusCode()).isEqualTo(403);
            assertThat(asked.of(operator(), "/v1/invitations/" + Ids.next()).statusCode())
                    .isEqualTo(403);
        }
        operator().get("/v1/invitations").then().statusCode(403);
    }

    private RequestSpecification operator() {
        return given().auth().oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")));
    }

    @Test
    void shouldPutAttemptsIntoTheOwnersLogAndProbesIntoTheCallersOwn() {
        Org solstice = scene.tenant("Solstice");
        Heard heard = new Heard(kafka);
        UUID nobodys = Ids.next();

        Scene.post(scene.admin(solstice), path + "/accept", Scene.admins("paula"))
                .then()
                .statusCode(404);
        Scene.post(scene.admin(solstice), "/v1/invitations/" + nobodys + "/accept", Scene.admins("paula"))
                .then()
                .statusCode(404);

        await().until(() -> heard.logOf(aurora.id()).size() == 2
                && heard.logOf(solstice.id()).size() == 2);
        AuditEntry attempt = heard.logOf(aurora.id()).getLast();
        assertThat(attempt.objectId()).isEqualTo(Scene.idOf(path).toString());
        assertThat(attempt.objectName()).isEqualTo(meridian.domain());
        assertThat(attempt.userTenantId()).isEqualTo(solstice.id());
        assertThat(attempt.reason()).isEqualTo("not-found");
        assertThat(heard.logOf(solstice.id()))
                .allSatisfy(own -> assertThat(own.objectName()).isEmpty())
                .extracting(AuditEntry::objectId)
                .containsExactlyInAnyOrder(Scene.idOf(path).toString(), nobodys.toString());
    }

    @Nested
    class Shown {

        @Test
        void shouldBeToTheReceiverHowManyRoomsAndNoneOfThem() {
            UUID room = scene.room(aurora).id();
            UUID other = scene.room(aurora).id();
            UUID group = scene.group(aurora).id();
            Org solstice = scene.tenant("Solstice");
            String selected = sent(solstice, Scene.selected(List.of(room, other), List.of(group)));
            scene.assign(solstice, BuiltInRole.TENANT_MANAGER, "tim", selected);

            Response seen = scene.user(solstice, "tim").get(selected);

            seen.then()
                    .statusCode(200)
                    .body("customer.name", equalTo("Aurora"))
                    .body("partner.name", equalTo("Solstice"))
                    .body("roomCounts", equalTo(Map.of("rooms", 2, "roomGroups", 1)))
                    .body("createdBy", equalTo(Map.of("userId", "ada")))
                    .body("$", not(hasKey("roomScope")));
            assertThat(seen.asString())
                    .doesNotContain(room.toString())
                    .doesNotContain(other.toString())
                    .doesNotContain(group.toString());
        }

        @Test
        void shouldBeToTheReceiverHowManyThereAreWhenAllAreOffered() {
            scene.admin(aurora).post(path + "/cancel").then().statusCode(200);
            scene.room(aurora);
            scene.room(aurora);
            scene.group(aurora);
            var gone = scene.room(aurora);
            scene.published().state(gone.ended());
            scene.awaitRow("known_object where id = ? and not active", gone.id());
            scene.room(meridian);

            path = scene.invited(aurora, meridian);

            scene.admin(meridian).get(path).then().body("roomCounts", equalTo(Map.of("rooms", 2, "roomGroups", 1)));
            scene.admin(meridian)
                    .get("/v1/invitations")
                    .then()
                    .body("items[0].roomCounts", equalTo(Map.of("rooms", 2, "roomGroups", 1)));
        }

        @Test
        void shouldCountTheRoomsInNamedGroupsAndEachRoomOnce() {
            RoomGroupState group = scene.group(aurora);
            RoomGroupState other = scene.group(aurora);
            RoomState both = scene.room(aurora, group, other);
            RoomState named = scene.room(aurora, group);
            scene.room(aurora, group);
            RoomState alone = scene.room(aurora);
            scene.room(aurora);
            Org solstice = scene.tenant("Solstice");

            String sent = sent(
                    solstice,
                    Scene.selected(
                            List.of(named.id(), alone.id(), both.id()), List.of(group.id(), other.id(), group.id())));

            scene.admin(solstice).get(sent).then().body("roomCounts", equalTo(Map.of("rooms", 4, "roomGroups", 2)));
            Heard heard = new Heard(kafka);
            await().until(() -> heard.of(Scene.idOf(sent)).size() == 1);
            assertThat(heard.stateOf(Scene.idOf(sent)).roomCounts()).isEqualTo(new InvitationState.RoomCounts(4, 2));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PENDING", "DENIED", "CANCELLED", "ACCEPTED"})
        void shouldNotFollowWhatTheCustomerHasLater(String end) {
            RoomGroupState group = scene.group(aurora);
            RoomState first = scene.room(aurora, group);
            Org solstice = scene.tenant("Solstice");
            Org equinox = scene.tenant("Equinox");
            String selected = sent(solstice, Scene.selected(List.of(), List.of(group.id())));
            String all = scene.invited(aurora, equinox);
            end(solstice, selected, end);
            end(equinox, all, end);

            scene.room(aurora, group);
            scene.published().state(first.ended());
            scene.awaitRow("known_object where id = ? and not active", first.id());
            scene.room(aurora);

            Map<String, Integer> counts = Map.of("rooms", 1, "roomGroups", 1);
            scene.admin(solstice)
                    .get(selected)
                    .then()
                    .body("status", equalTo(end))
                    .body("roomCounts", equalTo(counts));
            scene.admin(equinox).get(all).then().body("status", equalTo(end)).body("roomCounts", equalTo(counts));
        }

        private void end(Org partner, String invitation, String status) {
            switch (status) {
                case "DENIED" -> Scene.post(scene.admin(partner), invitation + "/deny", "{}");
                case "CANCELLED" -> scene.admin(aurora).post(invitation + "/cancel");
                case "ACCEPTED" -> scene.accept(partner, invitation);
                default -> {}
            }
        }

        @Test
        void shouldBeTheRoomsToTheSenderAndNoCounts() {
            scene.admin(aurora)
                    .get(path)
                    .then()
                    .body("roomScope", equalTo(Map.of("type", "ALL")))
                    .body("$", not(hasKey("roomCounts")))
                    .body("$", not(hasKey("partner")));
        }

        @Test
        void shouldBeNotModifiedToWhoHasItAlready() {
            String known = scene.admin(aurora).get(path).header("ETag");
            scene.admin(aurora).header("If-None-Match", known).get(path).then().statusCode(304);
            scene.accept(meridian, path).then().statusCode(200);
            scene.admin(aurora)
                    .header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", not(equalTo(known)));
        }

        private String sent(Org partner, Map<String, Object> scope) {
            Map<String, Object> offer = Scene.offer(partner.domain());
            offer.put("roomScope", scope);
            return scene.send(aurora, offer).then().statusCode(201).extract().header("Location");
        }
    }

    @Nested
    class Lists {

        @Test
        void shouldBeEmptyForWhoMaySeeNothing() {
            scene.plain(aurora).get("/v1/invitations").then().statusCode(200).body("items", hasSize(0));
            scene.plain(meridian)
                    .get("/v1/invitations?includeTotal=true&q=aurora")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
        }

        @Test
        void shouldHoldOnlyWhatWasReceivedForATenantManager() {
            String received = path;
            String sent = scene.invited(meridian, aurora);
            scene.assign(meridian, BuiltInRole.TENANT_MANAGER, "tim", received);

            scene.user(meridian, "tim")
                    .get("/v1/invitations")
                    .then()
                    .body("items.id", equalTo(List.of(Scene.idOf(received).toString())));
            scene.user(meridian, "tim").get("/v1/invitations?box=SENT").then().body("items", hasSize(0));
            scene.user(meridian, "tim").get(sent).then().statusCode(404);
        }
    }
}
