package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.access.Permission;
import io.keyholder.contracts.Ids;
import io.keyholder.rbac.World.Relationship;
import io.keyholder.testing.Provided;
import io.keyholder.testing.issuer.TestIssuer;
import io.keyholder.testing.issuer.TokenSpec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles over HTTP: who sees them, who makes and changes them, and what is refused. */
@QuarkusTest
class RolesIT extends BetweenTwo {
    @Provided
    TestIssuer operators;

    private Relationship relationship;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "paul");
    }

    @Nested
    class Seeing {

        @Test
        void shouldShowATenantItsBuiltInRolesByName() {
            world.admin(aurora)
                    .get("/v1/roles?includeTotal=true")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(4))
                    .body(
                            "items.key",
                            equalTo(List.of(
                                    "managed-service-administrator", "site-lead", "site-tech", "tenant-manager")))
                    .body("items.type", everyItem(equalTo("BUILT_IN")))
                    .body("items.tenantId", everyItem(equalTo(aurora.toString())))
                    .body("items[0]", not(hasKey("relationshipId")));
            world.admin(aurora)
                    .get("/v1/roles?key=site-tech&key=site-lead")
                    .then()
                    .body("items", hasSize(2));
            world.admin(aurora).get("/v1/roles?q=SITE").then().body("items", hasSize(2));
            world.admin(aurora).get("/v1/roles?type=CUSTOM").then().body("items", hasSize(0));
            world.admin(aurora).get("/v1/roles?sort=-name").then().body("items[0].key", equalTo("tenant-manager"));
            world.admin(aurora).get("/v1/roles?sort=colour").then().statusCode(400);
        }

        @Test
        void shouldShowARelationshipsRolesToItsMembersAndItsCustomer() {
            String roles = "/v1/roles?relationshipId=" + relationship.id();
            String role = "/v1/roles/" + relationship.primaryAdminRole();

            for (Response answer : List.of(
                    world.user(meridian, "paul").get(roles), world.admin(aurora).get(roles))) {
                answer.then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body(
                                "items[0].id",
                                equalTo(relationship.primaryAdminRole().toString()))
                        .body("items[0].key", equalTo("primary-admin"))
                        .body("items[0].tenantId", equalTo(aurora.toString()))
                        .body(
                                "items[0].relationshipId",
                                equalTo(relationship.id().toString()));
            }
            world.admin(aurora)
                    .get(role)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
            world.admin(meridian).get(role).then().statusCode(403).body("detail", containsString("roles:view"));
        }

        @Test
        void shouldHideThemFromEverybodyElseAsIfTheyWereNotThere() {
            UUID solstice = world.tenant("Solstice");
            String role = "/v1/roles/" + relationship.primaryAdminRole();
            String missing = "/v1/roles/" + Ids.next();

            String none = withoutIds(world.admin(solstice).get(missing).then().statusCode(404));
            assertThat(withoutIds(world.admin(solstice).get(role).then().statusCode(404)))
                    .isEqualTo(none);
            assertThat(withoutIds(
                            world.user(meridian, "nobody").get(role).then().statusCode(404)))
                    .isEqualTo(none);
            assertThat(withoutIds(world.user(aurora, "nobody").get(role).then().statusCode(404)))
                    .isEqualTo(none);
            world.admin(solstice)
                    .get("/v1/roles?relationshipId=" + relationship.id())
                    .then()
                    .statusCode(404);
            world.admin(solstice)
                    .get("/v1/roles?relationshipId=" + aurora)
                    .then()
                    .statusCode(404);
            world.user(aurora, "nobody")
                    .get("/v1/roles")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("roles:view"));
            world.admin(aurora).get("/v1/roles/nonsense").then().statusCode(404);
        }

        @Test
        void shouldPageByName() {
            for (String name : List.of("delta", "Alpha", "charlie", "Bravo")) {
                role(world.admin(aurora), null, name, "rooms:view");
            }

            Response first = world.admin(aurora).get("/v1/roles?limit=3&type=CUSTOM&includeTotal=true");
            Response second =
                    world.admin(aurora).get("/v1/roles?limit=3&type=CUSTOM&cursor=" + first.path("nextCursor"));

            first.then()
                    .body("items.name", equalTo(List.of("Alpha", "Bravo", "charlie")))
                    .body("total", equalTo(4));
            second.then().body("items.name", equalTo(List.of("delta"))).body("$", not(hasKey("nextCursor")));
            Response newest = world.admin(aurora).get("/v1/roles?limit=3&type=CUSTOM&sort=-createdAt");
            newest.then().body("items.name", equalTo(List.of("Bravo", "charlie", "Alpha")));
            world.admin(aurora)
                    .get("/v1/roles?limit=3&type=CUSTOM&sort=-createdAt&cursor=" + newest.path("nextCursor"))
                    .then()
                    .body("items.name", equalTo(List.of("delta")));
        }

        @Test
        void shouldShowOperatorsNothing() {
            String operator = operators.token(TokenSpec.of("oscar").roles("platform-operator"));

            given().auth().oauth2(operator).get("/v1/roles").then().statusCode(403);
            given().auth()
                    .oauth2(operator)
                    .get("/v1/roles/" + relationship.primaryAdminRole())
                    .then()
                    .statusCode(404);
            given().auth().oauth2(operator).get("/v1/assignments").then().statusCode(403);
            given().auth()
                    .oauth2(operator)
                    .get("/v1/access/me")
                    .then()
                    .statusCode(200)
                    .body("contexts", hasSize(0))
                    .body("$", not(hasKey("tenantId")));
            given().get("/v1/roles").then().statusCode(401);
        }

        @Test
        void shouldShowTheCatalogueToAnybody() {
            world.user(aurora, "nobody")
                    .get("/v1/permissions")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(Permission.values().length))
                    .body("items[0].name", equalTo("rooms:view"))
                    .body("items[0].feature", equalTo("rooms"))
                    .body("items[0].description", equalTo("See rooms."));
        }
    }

    @Nested
    class Creating {

        @Test
        void shouldNameWhatIsNoPermission() {
            json(world.admin(aurora), Map.of("name", "X", "permissions", List.of("rooms:view", "rooms:paint")))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("permissions[1]"))
                    .body("detail", containsString("rooms:paint"));
            json(world.admin(aurora), Map.of("name", " ", "permissions", List.of()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItems("name", "permissions"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Primary\u00a0admin", "PRlMARY ADMIN", "Prim\u0430ry admin", "\uff30rimary admin"})
        void shouldNotLookLikeABuiltInRole(String name) {
            World.Relationship relationship = world.relationship(aurora, meridian, "paul");
            Map<String, Object> role =
                    Map.of("name", name, "permissions", List.of("rooms:view"), "relationshipId", relationship.id());

            json(world.user(meridian, "paul"), role)
                    .post("/v1/roles")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/role-name-taken"));
        }

        @Test
        void shouldKeepNamesUniqueInTheirContextWithoutRegardToCase() {
            role(world.admin(aurora), null, "Ärzte und Helfer", "rooms:view");

            json(world.admin(aurora), Map.of("name", "äRZTE UND helfer ", "permissions", List.of("rooms:view")))
                    .post("/v1/roles")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/role-name-taken"));
            json(world.admin(aurora), Map.of("name", "site LEAD", "permissions", List.of("rooms:view")))
                    .post("/v1/roles")
                    .then()
                    .statusCode(409);
            role(world.user(meridian, "paul"), relationship.id(), "Ärzte und Helfer", "rooms:view");
        }

        @Test
        void shouldKeepPlatformPermissionsOutOfRelationships() {
            json(
                            world.user(meridian, "paul"),
                            Map.of(
                                    "name", "X",
                                    "permissions", List.of("audit:view"),
                                    "relationshipId", relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("audit:view"));
        }

        @Test
        void shouldTakeTheRelationshipFromTheQueryAsWell() {
            Map<String, Object> help = Map.of("name", "Help desk", "permissions", List.of("rooms:view"));

            json(world.user(meridian, "paul"), help)
                    .post("/v1/roles?relationshipId=" + relationship.id())
                    .then()
                    .statusCode(201)
                    .body("relationshipId", equalTo(relationship.id().toString()));
        }

        @Test
        void shouldAuthoriseBeforeItReads() {
            json(world.user(meridian, "nobody"), Map.of("relationshipId", relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(404);
            json(world.admin(meridian), Map.of("relationshipId", relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("roles:modify"));
            json(world.user(aurora, "nobody"), "nonsense")
                    .post("/v1/roles")
                    .then()
                    .statusCode(403);
            json(world.admin(aurora), "nonsense").post("/v1/roles").then().statusCode(400);
        }

        @Test
        void shouldCopyARoleOfWhicheverContextOneSees() {
            UUID borealis = world.tenant("Borealis");
            Relationship other = world.relationship(borealis, meridian, "paul");
            String desk = json(
                            world.user(meridian, "paul"),
                            Map.of(
                                    "name",
                                    "Help desk",
                                    "description",
                                    "By night",
                                    "permissions",
                                    List.of("rooms:view", "incidents:view"),
                                    "relationshipId",
                                    relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            json(
                            world.user(meridian, "paul"),
                            Map.of("name", "Help desk", "copyFrom", desk, "relationshipId", other.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(201)
                    .body("description", equalTo("By night"))
                    .body("permissions", equalTo(List.of("rooms:view", "incidents:view")))
                    .body("relationshipId", equalTo(other.id().toString()));
            json(world.admin(aurora), Map.of("name", "Watch", "copyFrom", desk, "permissions", List.of("rooms:view")))
                    .post("/v1/roles")
                    .then()
                    .statusCode(201)
                    .body("permissions", equalTo(List.of("rooms:view")));
        }

        @Test
        void shouldNotTellWhetherARoleExistsThatOneCannotCopy() {
            String lead = world.builtIn(aurora, "site-lead").substring("/v1/roles/".length());

            for (Object hidden : List.of(lead, Ids.next())) {
                json(world.admin(meridian), Map.of("name", "X", "copyFrom", hidden))
                        .post("/v1/roles")
                        .then()
                        .statusCode(400)
                        .body("violations.field", equalTo(List.of("copyFrom")))
                        .body("violations.message", equalTo(List.of("names a role that is not known here")));
            }
        }

        @Test
        void shouldNotCopyWhatARelationshipsRoleCannotHold() {
            String own = role(world.admin(meridian), null, "Auditor", "audit:view", "rooms:view");
            assign(
                    world.admin(meridian),
                    world.builtIn(meridian, "managed-service-administrator"),
                    all(),
                    user("paul"));

            json(
                            world.user(meridian, "paul"),
                            Map.of(
                                    "name", "Auditor",
                                    "copyFrom", own.substring("/v1/roles/".length()),
                                    "relationshipId", relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("copyFrom")))
                    .body("detail", containsString("audit:view"));
        }

        @Test
        void shouldNotCopyWhatOneDoesNotHold() {
            String some = role(world.admin(aurora), null, "Roles", "roles:view", "roles:modify");
            assign(world.admin(aurora), some, all(), user("rita"));
            String lead = world.builtIn(aurora, "site-lead").substring("/v1/roles/".length());

            json(world.user(aurora, "rita"), Map.of("name", "Lead", "copyFrom", lead))
                    .post("/v1/roles")
                    .then()
                    .statusCode(403);
        }

        @Test
        void shouldBeMadeWithItsFirstAssignment() {
            Response made = json(
                            world.admin(aurora),
                            Map.of(
                                    "name", "Watch",
                                    "permissions", List.of("rooms:view"),
                                    "assignment", assignment(all(), user("wim"))))
                    .post("/v1/roles");

            made.then()
                    .statusCode(201)
                    .body("assignment.roleId", equalTo(made.path("id")))
                    .body("assignment.members.id", equalTo(List.of("wim")));
            world.user(aurora, "wim")
                    .get("/v1/access/me")
                    .then()
                    .body("contexts[0].permissions", equalTo(List.of("rooms:view")));
            world.admin(aurora).get(made.header("Location")).then().body("$", not(hasKey("assignment")));
        }

        @Test
        void shouldNotBeMadeWhenItsFirstAssignmentCannotBe() {
            json(
                            world.admin(aurora),
                            Map.of(
                                    "name", "Watch",
                                    "permissions", List.of("rooms:view"),
                                    "assignment", assignment(rooms(Ids.next()), user("wim"))))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("assignment.scope.roomIds")));
            json(
                            world.admin(aurora),
                            Map.of(
                                    "name", "Watch",
                                    "permissions", List.of("rooms:view"),
                                    "assignment", Map.of("name", " ", "scope", all())))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("assignment.name")));

            world.admin(aurora).get("/v1/roles?type=CUSTOM").then().body("items", hasSize(0));
        }

        @Test
        void shouldNeedPermissionsOrACopy() {
            json(world.admin(aurora), Map.of("name", "Empty"))
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("permissions")));
        }

        @Test
        void shouldGiveTheFirstAnswerAgainForTheSameKey() {
            Map<String, Object> help = Map.of("name", "Help desk", "permissions", List.of("rooms:view"));

            Response first = json(world.admin(aurora).header("Idempotency-Key", "k"), help)
                    .post("/v1/roles");
            Response again = json(world.admin(aurora).header("Idempotency-Key", "k"), help)
                    .post("/v1/roles");

            first.then().statusCode(201);
            again.then().statusCode(201).header("Location", first.header("Location"));
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldNeedTheVersionThatWasSeen() {
            String role = role(world.admin(aurora), null, "Help", "rooms:view");

            world.admin(aurora)
                    .contentType("application/merge-patch+json")
                    .body(Map.of("name", "Help desk"))
                    .patch(role)
                    .then()
                    .statusCode(428);
            patch(world.admin(aurora), "\"5\"", Map.of("name", "Help desk"))
                    .patch(role)
                    .then()
                    .statusCode(412);
            patch(world.admin(aurora), "*", Map.of("name", "HELP", "description", "Helps"))
                    .patch(role)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                    .body("name", equalTo("HELP"))
                    .body("description", equalTo("Helps"))
                    .body("permissions", equalTo(List.of("rooms:view")));
            world.admin(aurora).delete(role).then().statusCode(428);
            world.admin(aurora).header("If-Match", "*").delete(role).then().statusCode(204);
            world.admin(aurora).get(role).then().statusCode(404);
        }

        @Test
        void shouldLeaveBuiltInRolesAlone() {
            String lead = world.builtIn(aurora, "site-lead");
            String primary = "/v1/roles/" + relationship.primaryAdminRole();

            for (String role : List.of(lead, primary)) {
                var who = role.equals(lead) ? world.admin(aurora) : world.user(meridian, "paul");
                patch(who, "*", Map.of("name", "Boss"))
                        .patch(role)
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("/problems/built-in-role"));
            }
            world.admin(aurora).header("If-Match", "*").delete(lead).then().statusCode(409);
            world.admin(aurora)
                    .header("If-Match", "*")
                    .delete(primary)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/built-in-role"));
        }

        @Test
        void shouldDeleteTheAssignmentsWithTheRole() {
            String role = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");
            String assignment = assign(world.user(meridian, "paul"), role, all(), user("nina"));

            world.user(meridian, "paul")
                    .header("If-Match", "*")
                    .delete(role)
                    .then()
                    .statusCode(204)
                    .header("Keyholder-Deleted-Assignments", "1");

            world.user(meridian, "paul").get(assignment).then().statusCode(404);
            world.user(meridian, "nina").get("/v1/access/me").then().body("contexts", hasSize(1));
        }
    }

    @Nested
    class OnTheCustomersSide {

        @Test
        void shouldDeleteButNeitherCreateNorChange() {
            String role = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");
            assign(world.user(meridian, "paul"), role, all(), user("nina"));

            json(world.admin(aurora), Map.of("relationshipId", relationship.id()))
                    .post("/v1/roles")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("partner's to create"));
            patch(world.admin(aurora), "*", Map.of("name", "Mine"))
                    .patch(role)
                    .then()
                    .statusCode(403);
            json(world.admin(aurora), Map.of())
                    .post(role + "/assignments")
                    .then()
                    .statusCode(403);
            world.admin(aurora).header("If-Match", "*").delete(role).then().statusCode(204);
            world.user(meridian, "nina").get("/v1/access/me").then().body("contexts", hasSize(1));
        }

        @Test
        void shouldNeedPartnersManageToDelete() {
            String partners = role(world.admin(aurora), null, "Partner watch", "partners:view");
            assign(world.admin(aurora), partners, all(), user("wanda"));
            String role = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");

            world.user(aurora, "wanda").get(role).then().statusCode(200);
            world.user(aurora, "wanda")
                    .header("If-Match", "*")
                    .delete(role)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("partners:manage"));
        }
    }

    private static String withoutIds(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "ID");
    }

    @Nested
    class RelationshipNamed {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"\"",
                    "\" \"",
                    "\"%s \"",
                    "\" %s\"",
                    "\"{%s}\"",
                    "\"AZNq8J9ocJCKvwECAwQFBg==\"",
                    "\"urn:uuid:%s\"",
                    "7",
                    "true",
                    "[\"%s\"]",
                    "{\"id\": \"%s\"}"
                })
        void shouldNeverPassForTheOwnTenantWhenItIsNoId(String named) {
            String role = "{\"name\": \"Desk\", \"permissions\": [\"rooms:view\"], \"relationshipId\": "
                    + named.formatted(relationship.id()) + "}";

            json(world.admin(meridian), role)
                    .post("/v1/roles")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("relationshipId")));
            world.admin(meridian).get("/v1/roles?type=CUSTOM").then().body("items", hasSize(0));
        }

        @ParameterizedTest
        @ValueSource(strings = {"relationshipId=", "relationshipId", "relationshipId=%20", "relationshipId=x"})
        void shouldNotBeEmptyInTheQueryEither(String query) {
            world.admin(meridian).get("/v1/roles?" + query).then().statusCode(400);
            world.admin(meridian).get("/v1/assignments?" + query).then().statusCode(400);
            json(world.admin(meridian), Map.of("name", "Desk", "permissions", List.of("rooms:view")))
                    .post("/v1/roles?" + query)
                    .then()
                    .statusCode(400);
            world.admin(meridian).get("/v1/roles?type=CUSTOM").then().body("items", hasSize(0));
        }

        @Test
        void shouldBeTheOwnTenantWhenItIsNull() {
            json(
                            world.admin(meridian),
                            "{\"name\": \"Desk\", \"permissions\": [\"rooms:view\"], \"relationshipId\": null}")
                    .post("/v1/roles")
                    .then()
                    .statusCode(201)
                    .body("tenantId", equalTo(meridian.toString()))
                    .body("$", not(hasKey("relationshipId")));
        }
    }
}
