package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.groups;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.Scope;
import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a change would do, before it is made. Aurora has two rooms in the US, of which one is in Boston, and one in Berlin. */
@QuarkusTest
class PreviewIT extends BetweenTwo {
    private UUID us;
    private UUID boston;
    private UUID chicago;
    private UUID berlin;
    private Relationship relationship;

    @BeforeEach
    void open() {
        us = world.group(aurora);
        boston = world.room(aurora, us);
        chicago = world.room(aurora, us);
        berlin = world.room(aurora);
        relationship = world.relationship(aurora, meridian, "paul");
        world.delegate(relationship, Scope.selected(List.of(), List.of(us)));
    }

    private static ValidatableResponse preview(RequestSpecification by, Map<String, ?> change) {
        return json(by, change).post("/v1/access/preview").then();
    }

    private RequestSpecification paul() {
        return world.user(meridian, "paul");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<String> texts(UUID... ids) {
        return List.of(ids).stream().map(UUID::toString).toList();
    }

    @Nested
    class OfAnAssignment {

        @Test
        void shouldTellWhatEachMemberWouldGain() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view", "incidents:view");
            assign(paul(), desk, rooms(boston), user("nina"));

            preview(
                            paul(),
                            Map.of(
                                    "assignment",
                                    Map.of(
                                            "roleId",
                                            id(desk),
                                            "details",
                                            assignment(groups(us), user("nina"), user("omar")))))
                    .statusCode(200)
                    .body("$", not(hasKey("delegation")))
                    .body("principalCount", equalTo(2))
                    .body("principals.id", equalTo(List.of("nina", "omar")))
                    .body("principals[0].difference.permissionsGained", hasSize(0))
                    .body("principals[0].difference.roomsBefore", equalTo(1))
                    .body("principals[0].difference.roomsAfter", equalTo(2))
                    .body("principals[0].difference.roomsGained.roomIds", equalTo(texts(chicago)))
                    .body("principals[0].difference.roomsLost.total", equalTo(0))
                    .body(
                            "principals[1].difference.permissionsGained",
                            equalTo(List.of("rooms:view", "incidents:view")))
                    .body("principals[1].difference.roomsBefore", equalTo(0))
                    .body(
                            "principals[1].difference.roomsGained.roomIds",
                            containsInAnyOrder(boston.toString(), chicago.toString()));
        }

        @Test
        void shouldChangeNothing() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");

            preview(
                            paul(),
                            Map.of(
                                    "assignment",
                                    Map.of("roleId", id(desk), "details", assignment(all(), user("nina")))))
                    .statusCode(200)
                    .body("principals[0].difference.roomsAfter", equalTo(2));

            paul().get(desk + "/assignments").then().body("items", hasSize(0));
            paul().get(desk).then().header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""));
        }

        @Test
        void shouldTellWhatAChangedOneWouldTakeAway() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");
            String path = assign(paul(), desk, groups(us), user("nina"), user("omar"));

            preview(
                            paul(),
                            Map.of(
                                    "assignment",
                                    Map.of(
                                            "assignmentId",
                                            id(path),
                                            "details",
                                            assignment(rooms(boston), user("nina")))))
                    .statusCode(200)
                    .body("principals.find { it.id == 'nina' }.difference.roomsLost.roomIds", equalTo(texts(chicago)))
                    .body("principals.find { it.id == 'nina' }.difference.permissionsLost", hasSize(0))
                    .body("principals.find { it.id == 'omar' }.difference.roomsAfter", equalTo(0))
                    .body(
                            "principals.find { it.id == 'omar' }.difference.permissionsLost",
                            equalTo(List.of("rooms:view")));
        }

        @Test
        void shouldLookAtALaterOneAsItWillBe() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");
            Map<String, Object> nextYear = Map.of(
                    "name",
                    "Later",
                    "scope",
                    all(),
                    "members",
                    List.of(user("nina")),
                    "startsAt",
                    Instant.now().plusSeconds(86_400).toString());

            preview(paul(), Map.of("assignment", Map.of("roleId", id(desk), "details", nextYear)))
                    .body("principals[0].difference.roomsAfter", equalTo(2));
        }

        @Test
        void shouldNeitherCountNorNameWhatTheAskerCannotSee() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view", "roles:view");
            assign(paul(), desk, rooms(boston), user("nina"));

            preview(
                            world.user(meridian, "nina"),
                            Map.of(
                                    "assignment",
                                    Map.of("roleId", id(desk), "details", assignment(all(), user("omar")))))
                    .statusCode(200)
                    .body("principals[0].difference.roomsAfter", equalTo(1))
                    .body("principals[0].difference.roomsGained.roomIds", equalTo(texts(boston)));
            for (UUID hidden : List.of(chicago, berlin, Ids.next())) {
                preview(
                                world.user(meridian, "nina"),
                                Map.of(
                                        "assignment",
                                        Map.of("roleId", id(desk), "details", assignment(rooms(hidden), user("omar")))))
                        .statusCode(400)
                        .body("violations.field", equalTo(List.of("assignment.details.scope.roomIds")));
            }
        }

        @Test
        void shouldBeForThoseWhoSeeTheRole() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");
            assign(paul(), desk, all(), user("nina"));
            Map<String, ?> change =
                    Map.of("assignment", Map.of("roleId", id(desk), "details", assignment(all(), user("omar"))));

            preview(world.user(meridian, "nina"), change).statusCode(403).body("detail", containsString("roles:view"));
            preview(world.user(meridian, "nobody"), change).statusCode(404);
            preview(world.admin(aurora), change).statusCode(200);
        }
    }

    @Nested
    class OfARole {

        @Test
        void shouldTellWhatItsMembersWouldGainAndLose() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view", "incidents:view");
            assign(paul(), desk, groups(us), user("nina"));

            preview(
                            paul(),
                            Map.of(
                                    "role",
                                    Map.of(
                                            "roleId",
                                            id(desk),
                                            "permissions",
                                            List.of("incidents:view", "reports:view"))))
                    .statusCode(200)
                    .body("principals.id", equalTo(List.of("nina")))
                    .body("principals[0].difference.permissionsGained", equalTo(List.of("reports:view")))
                    .body("principals[0].difference.permissionsLost", equalTo(List.of("rooms:view")))
                    .body("principals[0].difference.roomsLost.total", equalTo(2))
                    .body("principals[0].difference.roomsAfter", equalTo(0));
        }

        @Test
        void shouldCompareTheRoomsOfThePermissionThatIsAskedFor() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");
            assign(paul(), desk, rooms(boston), user("nina"));
            Map<String, Object> role =
                    Map.of("roleId", id(desk), "permissions", List.of("rooms:view", "incidents:view"));

            preview(paul(), Map.of("role", role, "permission", "incidents:view"))
                    .body("principals[0].difference.roomsGained.roomIds", equalTo(texts(boston)));
            preview(paul(), Map.of("role", role, "permission", "rooms:paint"))
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("permission")));
        }
    }

    @Nested
    class OfADelegation {

        @Test
        void shouldTellWhatThePartnerAndItsUsersWouldGainAndLose() {
            String desk = role(paul(), relationship.id(), "Help desk", "rooms:view");
            assign(paul(), desk, rooms(boston), user("nina"));

            preview(
                            world.admin(aurora),
                            Map.of(
                                    "delegation",
                                    Map.of("relationshipId", relationship.id(), "roomScope", rooms(chicago, berlin))))
                    .statusCode(200)
                    .body("delegation.roomsBefore", equalTo(2))
                    .body("delegation.roomsAfter", equalTo(2))
                    .body("delegation.roomsGained.roomIds", equalTo(texts(berlin)))
                    .body("delegation.roomsLost.roomIds", equalTo(texts(boston)))
                    .body("principals.find { it.id == 'paul' }.difference.roomsGained.roomIds", equalTo(texts(berlin)))
                    .body("principals.find { it.id == 'nina' }.difference.roomsAfter", equalTo(0));
        }

        @Test
        void shouldBeForTheCustomer() {
            Map<String, ?> change =
                    Map.of("delegation", Map.of("relationshipId", relationship.id(), "roomScope", all()));

            preview(paul(), change).statusCode(403);
            preview(world.user(aurora, "nobody"), change).statusCode(404);
            preview(world.admin(world.tenant("Borealis")), change).statusCode(404);
        }
    }

    @Nested
    class OfAnInvitation {

        @Test
        void shouldTellWhatAPartnerCouldReach() {
            preview(
                            world.admin(aurora),
                            Map.of(
                                    "invitation",
                                    Map.of("roomScope", groups(us), "permissionCeiling", List.of("rooms:view"))))
                    .statusCode(200)
                    .body("delegation.permissionsGained", equalTo(List.of("rooms:view")))
                    .body("delegation.roomsBefore", equalTo(0))
                    .body("delegation.roomsGained.total", equalTo(2))
                    .body("principals", hasSize(0));
            preview(world.admin(aurora), Map.of("invitation", Map.of("roomScope", all())))
                    .body("delegation.permissionsGained", hasItem("roles:modify"))
                    .body("delegation.permissionsGained", not(hasItem("audit:view")))
                    .body("delegation.roomsAfter", equalTo(3));
        }

        @Test
        void shouldNameOnlyRoomsOfTheTenant() {
            preview(world.admin(aurora), Map.of("invitation", Map.of("roomScope", rooms(Ids.next()))))
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("invitation.roomScope.roomIds")));
        }
    }

    @Test
    void shouldTakeOneChangeAtATime() {
        for (Map<String, ?> change : List.<Map<String, ?>>of(
                Map.of(),
                Map.of(
                        "invitation", Map.of("roomScope", all()),
                        "delegation", Map.of("relationshipId", relationship.id(), "roomScope", all())))) {
            preview(world.admin(aurora), change).statusCode(400).body("detail", containsString("exactly one"));
        }
    }
}
