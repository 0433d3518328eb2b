package io.keyholder.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoomGroupState;
import io.keyholder.contracts.RoomState;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.TenantState;
import io.keyholder.contracts.Topic;
import io.keyholder.invitation.Scene.Org;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class SendingIT extends InAScene {
    @Provided
    TestIssuer operators;

    @Nested
    class Answer {

        @Test
        void shouldBeTheInvitationAndWhereItIs() {
            Response answer = scene.invite(aurora, meridian);

            answer.then()
                    .statusCode(201)
                    .header("Location", matchesPattern("/v1/invitations/[0-9a-f-]{36}"))
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .header("Keyholder-Consistency", matchesPattern("[A-Za-z0-9_-]+"))
                    .body("status", equalTo("PENDING"))
                    .body("customer.id", equalTo(aurora.id().toString()))
                    .body("customer.name", equalTo("Aurora"))
                    .body("partnerDomain", equalTo(meridian.domain()))
                    .body("roomScope", equalTo(Map.of("type", "ALL")))
                    .body("expiresInDays", equalTo(14))
                    .body("createdBy.userId", equalTo("ada"));
            scene.admin(aurora)
                    .get(answer.header("Location"))
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body(equalTo(answer.body().asString()));
        }

        @Test
        void shouldNotNameThePartner() {
            Response answer = scene.invite(aurora, meridian);

            answer.then().body("$", not(hasKey("partner")));
            assertThat(answer.body().asString())
                    .doesNotContain("Meridian")
                    .doesNotContain(meridian.id().toString() + "\"");
        }

        @Test
        void shouldBeTheFirstOneAgainForTheSameKey() {
            Map<String, Object> offer = Scene.offer(meridian.domain());
            Map<String, Object> other = Scene.offer(meridian.domain());
            other.put("expiresInDays", 3);

            Response first = withKey("k1", offer);
            Response again = withKey("k1", offer);

            first.then().statusCode(201);
            again.then().statusCode(201).header("Location", first.header("Location"));
            assertThat(again.asString()).isEqualTo(first.asString());
            withKey("k1", other).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
            withKey("k2", offer).then().statusCode(409).body("type", equalTo("/problems/invitation-exists"));
        }

        private Response withKey(String key, Map<String, Object> offer) {
            return scene.admin(aurora)
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(offer)
                    .post("/v1/invitations");
        }
    }

    @Nested
    class Sender {

        @Test
        void shouldNeedThePermissionToManagePartners() {
            Scene.post(scene.plain(aurora), "/v1/invitations", Scene.offer(meridian.domain()))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"))
                    .body("detail", containsString("partners:manage"));
        }

        @Test
        void shouldBeRefusedBeforeTheOfferIsLookedAt() {
            Scene.post(scene.plain(aurora), "/v1/invitations", "{\"nonsense\":")
                    .then()
                    .statusCode(403);
        }

        @Test
        void shouldBeAManagedServiceAdministratorAsWell() {
            String path = scene.invited(aurora, meridian);
            scene.assign(aurora, BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR, "mia", path);
            Org solstice = scene.tenant("Solstice");

            Scene.post(scene.user(aurora, "mia"), "/v1/invitations", Scene.offer(solstice.domain()))
                    .then()
                    .statusCode(201)
                    .body("createdBy.userId", equalTo("mia"));
        }

        @Test
        void shouldBeNoOperator() {
            given().auth()
                    .oauth2(operators.token(TokenSpec.of("oscar").roles("platform-operator")))
                    .contentType(ContentType.JSON)
                    .body(Scene.offer(meridian.domain()))
                    .post("/v1/invitations")
                    .then()
                    .statusCode(403);
        }
    }

    @Nested
    class Partner {

        @Test
        void shouldBeFoundByItsDomainInWhateverCase() {
            Response answer = scene.send(aurora, Scene.offer(meridian.domain().toUpperCase(Locale.ROOT)));

            answer.then().statusCode(201).body("partnerDomain", equalTo(meridian.domain()));
        }

        @Test
        void shouldNotBeAvailableForWhateverReasonInTheSameWords() {
            Org ineligible = scene.tenant("Ineligible");
            scene.register(ineligible, false, TenantState.Status.ACTIVE);
            Org suspended = scene.tenant("Suspended");
            scene.register(suspended, true, TenantState.Status.SUSPENDED);
            // Its tokens are refused once that is known, and the other's registration was sent before.
            await().until(() -> scene.plain(suspended).get("/v1/invitations").statusCode() == 401);

            String unknown = refusal("nobody.example");

            assertThat(refusal(aurora.domain())).isEqualTo(unknown);
            assertThat(refusal(suspended.domain())).isEqualTo(unknown);
            await().untilAsserted(() -> assertThat(refusal(ineligible.domain())).isEqualTo(unknown));
            assertThat(unknown).contains("/problems/partner-not-available");
        }

        private String refusal(String domain) {
            Response answer = scene.send(aurora, Scene.offer(domain));
            return answer.statusCode() + answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
        }
    }

    @Nested
    class OneAPair {

        @Test
        void shouldRefuseASecondWhileTheFirstIsPending() {
            scene.invited(aurora, meridian);

            scene.invite(aurora, meridian).then().statusCode(409).body("type", equalTo("/problems/invitation-exists"));
        }

        @Test
        void shouldLetExactlyOneOfManyAtOnceThrough() {
            List<Integer> answers = AtOnce.run(6, () -> scene.invite(aurora, meridian))
                    .map(Response::statusCode)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
        }

        @Test
        void shouldLetTheCustomerInviteAgainAfterADenialOrCancellation() {
            String denied = scene.invited(aurora, meridian);
            Scene.post(scene.admin(meridian), denied + "/deny", "{}").then().statusCode(200);
            String cancelled = scene.invited(aurora, meridian);
            scene.admin(aurora).post(cancelled + "/cancel").then().statusCode(200);

            scene.invite(aurora, meridian).then().statusCode(201);
        }

        @Test
        void shouldRefuseASecondUntilTheRelationshipIsTerminated() {
            String path = scene.invited(aurora, meridian);
            UUID relationship = UUID.fromString(scene.accept(meridian, path).path("relationshipId"));
            expectRelationshipExists();

            scene.relationship(relationship, aurora, meridian, Scene.idOf(path), RelationshipState.Status.ACTIVE);
            expectRelationshipExists();

            scene.relationship(relationship, aurora, meridian, Scene.idOf(path), RelationshipState.Status.SUSPENDED);
            expectRelationshipExists();

            scene.relationship(relationship, aurora, meridian, Scene.idOf(path), RelationshipState.Status.TERMINATED);
            scene.invite(aurora, meridian).then().statusCode(201);
        }

        @Test
        void shouldNotConcernOtherPairs() {
            Org borealis = scene.tenant("Borealis");
            scene.invited(aurora, meridian);

            scene.invite(borealis, meridian).then().statusCode(201);
            scene.invite(aurora, borealis).then().statusCode(201);
            scene.invite(meridian, aurora).then().statusCode(201);
        }

        private void expectRelationshipExists() {
            scene.invite(aurora, meridian)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/relationship-exists"));
        }
    }

    @Nested
    class Rooms {

        @Test
        void shouldBeOfferedWhenTheyAreTheCustomers() {
            UUID room = scene.room(aurora).id();
            UUID group = scene.group(aurora).id();

            offerOf(List.of(room), List.of(group))
                    .then()
                    .statusCode(201)
                    .body("roomScope.type", equalTo("SELECTED"))
                    .body("roomScope.roomIds", equalTo(List.of(room.toString())))
                    .body("roomScope.roomGroupIds", equalTo(List.of(group.toString())));
        }

        @Test
        void shouldNotTellWhetherOthersHaveThem() {
            UUID mine = scene.room(aurora).id();
            UUID theirs = scene.room(meridian).id();
            UUID nobodys = Ids.next();
            UUID theirGroup = scene.group(meridian).id();

            Response answer = offerOf(List.of(mine, theirs, nobodys), List.of(theirGroup, mine));

            answer.then()
                    .statusCode(400)
                    .body(
                            "violations.field",
                            equalTo(List.of(
                                    "roomScope.roomIds[1]",
                                    "roomScope.roomIds[2]",
                                    "roomScope.roomGroupIds[0]",
                                    "roomScope.roomGroupIds[1]")));
            List<String> messages = answer.path("violations.message");
            assertThat(messages.get(0)).isEqualTo(messages.get(1));
            assertThat(messages.get(2)).isEqualTo(messages.get(3));
        }

        @Test
        void shouldNotBeOfferedWhenTheyAreGone() {
            RoomGroupState group = scene.group(aurora);
            scene.published().state(group.ended());
            scene.awaitRow("known_object where id = ? and not active", group.id());

            offerOf(List.of(), List.of(group.id())).then().statusCode(400);
        }

        @Test
        void shouldNotBeOfferedWhenTheirLastStateCannotBeRead() {
            RoomGroupState group = scene.group(aurora);
            scene.published()
                    .record(new ProducerRecord<>(
                            Topic.ROOM_GROUPS.topicName(), group.id().toString(), new byte[] {'?'}));
            scene.awaitRow("known_object where id = ? and not active", group.id());

            offerOf(List.of(), List.of(group.id())).then().statusCode(400);
        }

        @Test
        void shouldBeKnownWhenManyComeAtOnceAndTwice() {
            List<UUID> many = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                RoomState room = new RoomState(Ids.next(), aurora.id(), List.of(), RoomState.Status.ACTIVE);
                scene.published().states(room, room);
                many.add(room.id());
            }
            scene.awaitRow("known_object where tenant_id = ? and version = 2 having count(*) = 500", aurora.id());

            offerOf(many, List.of()).then().statusCode(201);
        }

        @Test
        void shouldNotComeBackByALateEvent() {
            RoomGroupState group = scene.group(aurora);
            scene.published().state(group.ended());
            scene.awaitRow("known_object where id = ? and not active", group.id());
            scene.published().state(group, new Sequence(1, 1));
            RoomGroupState later = scene.group(aurora);

            offerOf(List.of(), List.of(later.id(), group.id()))
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("roomScope.roomGroupIds[1]")));
        }

        private Response offerOf(List<UUID> rooms, List<UUID> groups) {
            Map<String, Object> offer = Scene.offer(meridian.domain());
            offer.put("roomScope", Scene.selected(rooms, groups));
            return scene.send(aurora, offer);
        }
    }

    @Nested
    class Form {

        static Stream<Arguments> wrong() {
            return Stream.of(
                    Arguments.of("partnerDomain", null, "partnerDomain"),
                    Arguments.of("partnerDomain", "", "partnerDomain"),
                    Arguments.of("partnerDomain", "no domain", "partnerDomain"),
                    Arguments.of("expiresInDays", null, "expiresInDays"),
                    Arguments.of("expiresInDays", 0, "expiresInDays"),
                    Arguments.of("expiresInDays", 31, "expiresInDays"),
                    Arguments.of("expiresInDays", 1.5, "expiresInDays"),
                    Arguments.of("expiresInDays", "14", "expiresInDays"),
                    Arguments.of("termsAccepted", null, "termsAccepted"),
                    Arguments.of("termsAccepted", false, "termsAccepted"),
                    Arguments.of("roomScope", null, "roomScope"),
                    Arguments.of("roomScope", Map.of(), "roomScope.type"),
                    Arguments.of("roomScope", Map.of("type", "SOME"), "roomScope.type"),
                    Arguments.of("roomScope", Map.of("type", "SELECTED"), "roomScope"),
                    Arguments.of("roomScope", Scene.selected(List.of(), List.of()), "roomScope"),
                    Arguments.of("roomScope", Map.of("type", "ALL", "roomIds", List.of(Ids.next())), "roomScope"),
                    Arguments.of(
                            "roomScope", Map.of("type", "SELECTED", "roomIds", List.of("x")), "roomScope.roomIds[0]"),
                    Arguments.of(
                            "roomScope",
                            Map.of("type", "SELECTED", "roomIds", Collections.singletonList(null)),
                            "roomScope.roomIds[0]"),
                    Arguments.of("roomScope", Map.of("type", "ALL", "rooms", 1), "roomScope.rooms"),
                    Arguments.of("permissionCeiling", List.of(), "permissionCeiling"),
                    Arguments.of("permissionCeiling", List.of("rooms:view", "rooms:eat"), "permissionCeiling[1]"),
                    Arguments.of("permissionCeiling", List.of("rooms:unenroll"), "permissionCeiling[0]"),
                    Arguments.of("permissionCeiling", List.of("partners:view"), "permissionCeiling[0]"),
                    Arguments.of("approvals", Map.of("rooms:modify", "MANUAL"), "approvals.rooms:modify"),
                    Arguments.of("approvals", Map.of("rooms:modify", 1), "approvals.rooms:modify"),
                    Arguments.of("approvals", Map.of("ROOM_CHANGE", "AUTO"), "approvals.ROOM_CHANGE"),
                    Arguments.of("approvals", Map.of("rooms:view", "AUTO"), "approvals.rooms:view"),
                    Arguments.of("approvals", "AUTO", "approvals"),
                    Arguments.of("approvals", "MANUAL", "approvals"),
                    Arguments.of("approvals", List.of("AUTO"), "approvals"),
                    Arguments.of("namedUsers", List.of("paula@meridian.example"), "namedUsers"),
                    Arguments.of("namedUsers", "paula@meridian.example", "namedUsers"),
                    Arguments.of("message", "x".repeat(2_001), "message"),
                    Arguments.of("message", "a\u0000b", "message"),
                    Arguments.of("colour", "red", "colour"));
        }

        @ParameterizedTest(name = "{0} = {1}")
        @MethodSource("wrong")
        void shouldNameTheFieldThatIsWrong(String field, Object value, String named) {
            Map<String, Object> offer = Scene.offer(meridian.domain());
            offer.put(field, value);

            scene.send(aurora, offer)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("violations.field", equalTo(List.of(named)));
        }

        static Stream<Arguments> right() {
            return Stream.of(
                    Arguments.of("expiresInDays", 1),
                    Arguments.of("expiresInDays", 30),
                    Arguments.of("approvals", null),
                    Arguments.of("approvals", Map.of()),
                    Arguments.of(
                            "approvals",
                            Map.of(
                                    "rooms:modify", "AUTO",
                                    "update-rings:modify", "AUTO",
                                    "incidents:update", "AUTO",
                                    "roles:modify", "AUTO",
                                    "room-actions:write", "AUTO")),
                    Arguments.of("namedUsers", null),
                    Arguments.of("namedUsers", List.of()),
                    Arguments.of("permissionCeiling", null),
                    Arguments.of("permissionCeiling", List.of("rooms:view", "incidents:view")),
                    Arguments.of("message", "Grüße, 你好, \uD83D\uDE80"),
                    Arguments.of("message", "x".repeat(2_000)));
        }

        @ParameterizedTest(name = "{0} = {1}")
        @MethodSource("right")
        void shouldTakeWhatIsAllowed(String field, Object value) {
            Map<String, Object> offer = Scene.offer(meridian.domain());
            offer.put(field, value);

            Response answer = scene.send(aurora, offer);

            answer.then().statusCode(201);
            if (value != null && !List.of("approvals", "namedUsers").contains(field)) {
                answer.then().body(field, equalTo(value));
            }
        }

        @Test
        void shouldNameEveryFieldThatIsWrongAtOnce() {
            Scene.post(scene.admin(aurora), "/v1/invitations", "{}")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItems("partnerDomain", "expiresInDays", "roomScope", "termsAccepted"));
        }

        @Test
        void shouldRefuseUnknownParameters() {
            Scene.post(scene.admin(aurora), "/v1/invitations?colour=red", Scene.offer(meridian.domain()))
                    .then()
                    .statusCode(400)
                    .body("violations", hasSize(1));
        }
    }

    @Test
    void shouldStandInTheCustomersLogSentOrRefused() {
        Heard heard = new Heard(kafka);
        String path = scene.invited(aurora, meridian);
        scene.invite(aurora, meridian).then().statusCode(409);
        Scene.post(scene.plain(aurora), "/v1/invitations", "{}").then().statusCode(403);

        await().until(() -> heard.logOf(aurora.id()).size() == 3);
        List<String> log = heard.logOf(aurora.id()).stream()
                .map(e -> String.join(
                        " ",
                        Arrays.asList(
                                e.category().exported(),
                                e.operation().exported(),
                                e.result().exported(),
                                e.objectName(),
                                e.objectId(),
                                e.userId(),
                                e.reason())))
                .toList();
        String domain = meridian.domain();
        assertThat(log)
                .containsExactly(
                        "PartnerInvitation Create Successful " + domain + " " + Scene.idOf(path) + " ada null",
                        "PartnerInvitation Create Failed " + domain + " null ada invitation-exists",
                        "PartnerInvitation Create Failed  null norma forbidden");
    }
}
