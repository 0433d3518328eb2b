package io.keyholder.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.access.BuiltInRole;
import io.keyholder.contracts.AssignmentState;
import io.keyholder.contracts.AuditEntry;
import io.keyholder.contracts.Event;
import io.keyholder.contracts.InvitationState;
import io.keyholder.contracts.NamedPrincipal;
import io.keyholder.contracts.Principal;
import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.RoleState;
import io.keyholder.contracts.Scope;
import io.keyholder.contracts.Sequence;
import io.keyholder.contracts.Topic;
import io.keyholder.outbox.StateSource;
import io.keyholder.outbox.Written;
import io.keyholder.testing.issuer.TokenSpec;
import io.keyholder.web.consistency.ConsistencyToken;
import io.keyholder.web.consistency.ConsistencyTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnsweringIT extends InAScene {
    @Inject
    StateSource states;

    @Inject
    ConsistencyTokens tokens;

    private Heard heard;
    private String path;

    @BeforeEach
    void set() {
        heard = new Heard(kafka);
        path = scene.invited(aurora, meridian);
    }

    @Nested
    class Accepting {

        @Test
        void shouldNameTheRelationshipToBothSides() {
            Response accepted = scene.accept(meridian, path);

            accepted.then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("status", equalTo("ACCEPTED"))
                    .body("relationshipId", matchesPattern("[0-9a-f-]{36}"))
                    .body("decidedBy.userId", equalTo("ada"))
                    .body("decidedAt", matchesPattern(".*Z"));
            scene.admin(aurora)
                    .get(path)
                    .then()
                    .body("relationshipId", equalTo(accepted.path("relationshipId")))
                    .body("partner.id", equalTo(meridian.id().toString()))
                    .body("partner.name", equalTo("Meridian"));
        }

        @Test
        void shouldTellTheOtherServicesWhatItEstablishes() {
            Map<String, Object> body = Map.of(
                    "primaryAdmins",
                    List.of(
                            Map.of("type", "USER", "id", "paula", "displayName", "Paula"),
                            Map.of("type", "GROUP", "id", "leads", "tenantId", meridian.id())));
            Response accepted = Scene.post(scene.admin(meridian), path + "/accept", body);
            accepted.then().statusCode(200);

            await().until(() -> heard.of(Scene.idOf(path)).size() == 2);
            Event<?> event = heard.of(Scene.idOf(path)).getLast();
            assertThat(event.type()).isEqualTo("invitation.accepted.v1");
            assertThat(event.sequence()).isEqualTo(new Sequence(1, 2));
            assertThat(event.actor().userId()).isEqualTo("ada");
            InvitationState state = (InvitationState) event.data();
            assertThat(state.status()).isEqualTo(InvitationState.Status.ACCEPTED);
            assertThat(state.roomScope()).isEqualTo(Scope.all());
            assertThat(state.acceptance().relationshipId().toString()).isEqualTo(accepted.path("relationshipId"));
            assertThat(state.acceptance().primaryAdmins())
                    .containsExactly(
                            new NamedPrincipal(meridian.id(), Principal.Type.USER, "paula", "Paula"),
                            new NamedPrincipal(meridian.id(), Principal.Type.GROUP, "leads", null));
        }

        @Test
        void shouldBeSaidAgainInTheSameWordsWhenEverythingIsPublishedAnew() {
            scene.accept(meridian, path).then().statusCode(200);
            await().until(() -> heard.of(Scene.idOf(path)).size() == 2);

            StateSource.Snapshot again = QuarkusTransaction.requiringNew().call(() -> {
                try (Stream<StateSource.Snapshot> all = states.all(1)) {
                    return all.filter(s -> s.state().id().equals(Scene.idOf(path)))
                            .findFirst()
                            .orElseThrow();
                }
            });

            assertThat(again.state()).isEqualTo(heard.stateOf(Scene.idOf(path)));
            assertThat(again.version()).isEqualTo(2);
        }

        @Test
        void shouldAnswerWithATokenThatNamesAllThatFollows() {
            Response accepted = scene.accept(meridian, path);

            ConsistencyToken token =
                    tokens.read(accepted.header("Keyholder-Consistency")).orElseThrow();
            assertThat(token.states())
                    .extracting(Written::topic)
                    .containsExactlyInAnyOrder(
                            Topic.INVITATIONS,
                            Topic.AUDIT,
                            Topic.RELATIONSHIPS,
                            Topic.ROLES,
                            Topic.ASSIGNMENTS,
                            Topic.DELEGATIONS);
            assertThat(token.states())
                    .filteredOn(
                            written -> written.topic() == Topic.DELEGATIONS || written.topic() == Topic.RELATIONSHIPS)
                    .allMatch(written -> written.id().toString().equals(accepted.path("relationshipId"))
                            && written.sequence().equals(Sequence.anyEpoch(1)));
        }

        @Test
        void shouldAnswerWithATokenThatAwaitsAllThatFollows() {
            Response accepted = scene.accept(meridian, path);
            String token = accepted.header("Keyholder-Consistency");
            await().until(() -> heard.of(Scene.idOf(path)).size() == 2);
            InvitationState.Acceptance acceptance =
                    heard.stateOf(Scene.idOf(path)).acceptance();

            readWith(token).then().statusCode(503).body("type", equalTo("/problems/consistency-timeout"));
            scene.relationship(
                    acceptance.relationshipId(), aurora, meridian, Scene.idOf(path), RelationshipState.Status.ACTIVE);
            readWith(token).then().statusCode(503);
            RoleState role = new RoleState(
                    acceptance.primaryAdminRoleId(),
                    aurora.id(),
                    acceptance.relationshipId(),
                    BuiltInRole.PRIMARY_ADMIN.key(),
                    "Primary admin",
                    List.of(),
                    RoleState.Status.ACTIVE,
                    List.of());
            Sequence version = scene.published().state(role);
            readWith(token).then().statusCode(503);
            scene.published()
                    .state(new AssignmentState(
                            acceptance.assignmentId(),
                            role.id(),
                            version,
                            aurora.id(),
                            acceptance.relationshipId(),
                            acceptance.primaryAdmins().stream()
                                    .map(NamedPrincipal::principal)
                                    .toList(),
                            Scope.all(),
                            null,
                            null,
                            AssignmentState.Status.ACTIVE,
                            List.of()));
            readWith(token).then().statusCode(200);
        }

        private Response readWith(String token) {
            return scene.admin(meridian).header("Keyholder-Consistency", token).get(path);
        }

        @Test
        void shouldLetExactlyOneOfManyAtOnceWin() {
            List<Response> answers =
                    AtOnce.run(8, () -> scene.accept(meridian, path)).toList();

            assertThat(answers.stream().map(Response::statusCode).sorted())
                    .containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 409)
                            .map(answer -> answer.<String>path("type")))
                    .containsOnly("/problems/invitation-not-pending");
            await().until(() -> heard.logOf(aurora.id()).size() == 9);
            assertThat(heard.of(Scene.idOf(path))).hasSize(2);
        }

        @Test
        void shouldNotBeOvertakenByACancellationAtTheSameMoment() {
            AtomicBoolean taken = new AtomicBoolean();

            List<Integer> answers = AtOnce.run(
                            2,
                            () -> taken.getAndSet(true)
                                    ? scene.accept(meridian, path)
                                    : scene.admin(aurora).post(path + "/cancel"))
                    .map(Response::statusCode)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(200, 409);
        }

        @Test
        void shouldGiveTheFirstAnswerAgainForTheSameKey() {
            Response first = withKey("k");
            Response again = withKey("k");

            first.then().statusCode(200);
            again.then().statusCode(200).header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(heard.of(Scene.idOf(path))).hasSizeLessThan(3);
            withKey("other").then().statusCode(409).body("type", equalTo("/problems/invitation-not-pending"));
        }

        private Response withKey(String key) {
            return scene.admin(meridian)
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body(Scene.admins("paula"))
                    .post(path + "/accept");
        }
    }

    @Nested
    class PrimaryAdmins {

        @Test
        void shouldNotBeATenantManagerWhoNamesThemselves() {
            scene.assign(meridian, BuiltInRole.TENANT_MANAGER, "tim", path);

            Scene.post(scene.user(meridian, "tim", "leads"), path + "/accept", Scene.admins("paula", "tim"))
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"))
                    .body("detail", containsString("themselves"));
            Scene.post(
                            scene.user(meridian, "tim", "leads"),
                            path + "/accept",
                            Map.of("primaryAdmins", List.of(Map.of("type", "GROUP", "id", "leads"))))
                    .then()
                    .statusCode(403);
            Scene.post(scene.user(meridian, "tim", "leads"), path + "/accept", Scene.admins("paula"))
                    .then()
                    .statusCode(200)
                    .body("decidedBy.userId", equalTo("tim"));
        }

        static Stream<TokenSpec> unknownGroups() {
            TokenSpec tim = TokenSpec.of("tim");
            return Stream.of(
                    tim,
                    tim.claim("groups", "leads"),
                    tim.claim("groups", List.of("leads", 7)),
                    tim.claim("_claim_names", Map.of("groups", "src1")),
                    tim.groups("others").claim("hasgroups", true));
        }

        @ParameterizedTest
        @MethodSource("unknownGroups")
        void shouldNotBeAGroupThatATenantManagerMayBeIn(TokenSpec tim) {
            scene.assign(meridian, BuiltInRole.TENANT_MANAGER, "tim", path);
            Map<String, Object> leads = Map.of("primaryAdmins", List.of(Map.of("type", "GROUP", "id", "leads")));

            Scene.post(scene.as(meridian, tim), path + "/accept", leads)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
            Scene.post(scene.as(meridian, tim), path + "/accept", Scene.admins("paula"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldBeAGroupThatATenantManagerIsSurelyNotIn() {
            scene.assign(meridian, BuiltInRole.TENANT_MANAGER, "tim", path);

            Scene.post(
                            scene.user(meridian, "tim"),
                            path + "/accept",
                            Map.of("primaryAdmins", List.of(Map.of("type", "GROUP", "id", "leads"))))
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldPerhapsBeAManagedServiceAdministratorWhoNamesThemselves() {
            scene.assign(meridian, BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR, "mia", path);

            Scene.post(scene.user(meridian, "mia"), path + "/accept", Scene.admins("mia"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void shouldPerhapsBeAGlobalAdminWhoNamesThemselves() {
            Scene.post(scene.admin(meridian), path + "/accept", Scene.admins("ada"))
                    .then()
                    .statusCode(200);
        }

        static Stream<Arguments> wrong() {
            Map<String, Object> paula = Map.of("type", "USER", "id", "paula");
            return Stream.of(
                    Arguments.of(Map.of(), "primaryAdmins"),
                    Arguments.of(Map.of("primaryAdmins", List.of()), "primaryAdmins"),
                    Arguments.of(named(Map.of("id", "paula")), "primaryAdmins[0].type"),
                    Arguments.of(named(Map.of("type", "ROBOT", "id", "paula")), "primaryAdmins[0].type"),
                    Arguments.of(named(Map.of("type", "USER")), "primaryAdmins[0].id"),
                    Arguments.of(named(Map.of("type", "USER", "id", " ")), "primaryAdmins[0].id"),
                    Arguments.of(named(Map.of("type", "USER", "id", "x".repeat(256))), "primaryAdmins[0].id"),
                    Arguments.of(named(Map.of("type", "USER", "id", "paula ")), "primaryAdmins[0].id"),
                    Arguments.of(named(Map.of("type", "GROUP", "id", "le\u0007ads")), "primaryAdmins[0].id"),
                    Arguments.of(named(paula, paula), "primaryAdmins[1]"),
                    Arguments.of(
                            named(paula, Map.of("type", "USER", "id", "paul", "tenantId", UUID.randomUUID())),
                            "primaryAdmins[1].tenantId"),
                    Arguments.of(named(Map.of("type", "USER", "id", "paula", "role", "x")), "primaryAdmins[0].role"),
                    Arguments.of(named(many(101)), "primaryAdmins"),
                    Arguments.of(Map.of("primaryAdmins", List.of(paula), "force", true), "force"));
        }

        @ParameterizedTest
        @MethodSource("wrong")
        void shouldBeNamedInTheRightForm(Map<String, Object> body, String field) {
            Scene.post(scene.admin(meridian), path + "/accept", body)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of(field)));
        }

        @Test
        void shouldBeUpToAHundred() {
            Scene.post(scene.admin(meridian), path + "/accept", named(many(100)))
                    .then()
                    .statusCode(200);
        }

        @SafeVarargs
        private static Map<String, Object> named(Map<String, Object>... principals) {
            return Map.of("primaryAdmins", List.of(principals));
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object>[] many(int number) {
            return IntStream.range(0, number)
                    .mapToObj(i -> Map.<String, Object>of("type", "GROUP", "id", "g" + i))
                    .toArray(Map[]::new);
        }
    }

    @Nested
    class Denying {

        @Test
        void shouldTellTheCustomerWhy() {
            Scene.post(scene.admin(meridian), path + "/deny", Map.of("reason", "Too far away."))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DENIED"));

            scene.admin(aurora)
                    .get(path)
                    .then()
                    .body("status", equalTo("DENIED"))
                    .body("reason", equalTo("Too far away."))
                    .body("$", not(hasKey("partner")))
                    .body("$", not(hasKey("relationshipId")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "{\"reason\":null}"})
        void shouldNeedNoReason(String body) {
            Scene.post(scene.admin(meridian), path + "/deny", body)
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("reason")));
        }

        @Test
        void shouldRefuseAReasonThatIsTooLong() {
            Scene.post(scene.admin(meridian), path + "/deny", Map.of("reason", "x".repeat(2_001)))
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("reason")));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void shouldNeedNoBody() {
            scene.admin(aurora).post(path + "/cancel").then().statusCode(200).body("status", equalTo("CANCELLED"));
        }

        @Test
        void shouldNotShowThePartnerWhoDidSo() {
            Scene.post(scene.admin(aurora), path + "/cancel", "{}")
                    .then()
                    .statusCode(200)
                    .body("decidedBy.userId", equalTo("ada"));

            scene.admin(meridian)
                    .get(path)
                    .then()
                    .body("status", equalTo("CANCELLED"))
                    .body("$", not(hasKey("decidedBy")));
        }

        @Test
        void shouldRefuseWhatItDoesNotKnow() {
            Scene.post(scene.admin(aurora), path + "/cancel", Map.of("reason", "x"))
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("reason")));
        }
    }

    @Nested
    class TheOtherSide {

        @Test
        void shouldNotAnswerItsOwnInvitation() {
            for (String answer : List.of("/accept", "/deny")) {
                Scene.post(scene.admin(aurora), path + answer, Scene.admins("paula"))
                        .then()
                        .statusCode(403)
                        .body("detail", containsString("invitations:respond"));
            }
        }

        @Test
        void shouldNotCancelWhatItReceived() {
            scene.assign(meridian, BuiltInRole.TENANT_MANAGER, "tim", path);

            for (var partner : List.of(scene.user(meridian, "tim"), scene.admin(meridian))) {
                partner.post(path + "/cancel").then().statusCode(403).body("detail", containsString("partners:manage"));
            }
        }

        @Test
        void shouldFindItStillPending() {
            scene.admin(meridian).post(path + "/cancel").then().statusCode(403);

            scene.admin(aurora).get(path).then().body("status", equalTo("PENDING"));
        }
    }

    @Nested
    class AnsweredBefore {

        @ParameterizedTest
        @ValueSource(strings = {"accept", "deny", "cancel"})
        void shouldTakeNoFurtherAnswer(String first) {
            answer(first).then().statusCode(200);

            for (String next : List.of("accept", "deny", "cancel")) {
                answer(next).then().statusCode(409).body("type", equalTo("/problems/invitation-not-pending"));
            }
        }

        private Response answer(String how) {
            return switch (how) {
                case "accept" -> scene.accept(meridian, path);
                case "deny" -> Scene.post(scene.admin(meridian), path + "/deny", "{}");
                default -> scene.admin(aurora).post(path + "/cancel");
            };
        }
    }

    @Test
    void shouldStandInTheCustomersLogWhoeverDidIt() {
        Scene.post(scene.admin(aurora), path + "/accept", "{}").then().statusCode(403);
        scene.accept(meridian, path).then().statusCode(200);
        Scene.post(scene.admin(meridian), path + "/deny", "{}").then().statusCode(409);

        await().until(() -> heard.logOf(aurora.id()).size() == 4);
        List<AuditEntry> log = heard.logOf(aurora.id());
        assertThat(log)
                .allMatch(e -> e.category() == AuditEntry.Category.PARTNER_INVITATION
                        && e.objectName().equals(meridian.domain())
                        && Scene.idOf(path).toString().equals(e.objectId()));
        assertThat(log)
                .extracting(e -> e.operation().exported() + " " + e.result().exported() + " " + e.reason())
                .containsExactly(
                        "Create Successful null",
                        "Update Failed forbidden",
                        "Update Successful null",
                        "Update Failed invitation-not-pending");
        assertThat(log)
                .extracting(AuditEntry::userTenantId)
                .containsExactly(aurora.id(), aurora.id(), meridian.id(), meridian.id());
        assertThat(heard.logOf(meridian.id())).isEmpty();
    }
}
