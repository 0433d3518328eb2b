package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.contracts.Scope;
import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Time is an escalation too: nobody gives for longer, or from earlier on, than they hold. */
@QuarkusTest
class TimeEscalationIT extends BetweenTwo {
    private static final String SPRING = "2098-03-01T00:00:00Z";
    private static final String SUMMER = "2098-06-01T00:00:00Z";
    private static final String AUTUMN = "2098-09-01T00:00:00Z";
    private static final String WINTER = "2098-12-01T00:00:00Z";

    private Relationship relationship;
    private String primaryAdmin;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "paul");
        primaryAdmin = "/v1/roles/" + relationship.primaryAdminRole();
    }

    /** Pia is a Primary admin until summer. */
    private String piaUntilSummer() {
        return given(paul(), primaryAdmin, all(), null, SUMMER, "pia");
    }

    private RequestSpecification paul() {
        return world.user(meridian, "paul");
    }

    private RequestSpecification pia() {
        return world.user(meridian, "pia");
    }

    @Nested
    class Assigning {

        @Test
        void shouldGiveUntilOnesOwnEndAndNoLonger() {
            piaUntilSummer();

            refused(giving(pia(), primaryAdmin, all(), null, null, "pia"));
            refused(giving(pia(), primaryAdmin, all(), null, "2098-06-01T00:00:00.000001Z", "vic"));
            refused(giving(pia(), primaryAdmin, all(), AUTUMN, WINTER, "vic"));
            given(pia(), primaryAdmin, all(), null, SUMMER, "vic");
            given(pia(), primaryAdmin, all(), SPRING, SUMMER, "vic");
        }

        @Test
        void shouldGiveFromOnesOwnStartAndNotEarlier() {
            String modify = role(paul(), relationship.id(), "Keepers", "roles:view", "roles:modify");
            String view = role(paul(), relationship.id(), "Viewers", "rooms:view");
            given(paul(), modify, all(), null, null, "pia");
            given(paul(), view, all(), SPRING, null, "pia");

            refused(giving(pia(), view, all(), null, null, "vic"));
            refused(giving(pia(), view, all(), "2098-02-28T23:59:59Z", AUTUMN, "vic"));
            given(pia(), view, all(), SPRING, AUTUMN, "vic");
            given(pia(), view, all(), SUMMER, null, "vic");
        }

        @Test
        void shouldCountWhatSeveralAssignmentsGiveOneAfterTheOther() {
            UUID boston = world.room(aurora);
            UUID berlin = world.room(aurora);
            world.delegate(relationship, Scope.all());
            String keepers = role(paul(), relationship.id(), "Keepers", "rooms:view", "roles:view", "roles:modify");
            given(paul(), keepers, rooms(boston, berlin), null, SUMMER, "pia");
            given(paul(), keepers, rooms(boston), SUMMER, AUTUMN, "pia");
            given(paul(), keepers, rooms(boston), WINTER, null, "pia");

            given(pia(), keepers, rooms(boston), SPRING, AUTUMN, "vic");
            refused(giving(pia(), keepers, rooms(boston), SPRING, WINTER, "vic"));
            refused(giving(pia(), keepers, rooms(boston), SPRING, null, "vic"));
            refused(giving(pia(), keepers, rooms(boston, berlin), SPRING, AUTUMN, "vic"));
        }

        @Test
        void shouldHoldWithTheFirstAssignmentOfARoleToo() {
            piaUntilSummer();
            Map<String, Object> first = body(all(), null, null, "vic");

            refused(json(
                            pia(),
                            Map.of(
                                    "name",
                                    "Viewers",
                                    "permissions",
                                    List.of("rooms:view"),
                                    "relationshipId",
                                    relationship.id(),
                                    "assignment",
                                    first))
                    .post("/v1/roles"));
            refused(json(
                            pia(),
                            Map.of(
                                    "name",
                                    "Copies",
                                    "copyFrom",
                                    relationship.primaryAdminRole(),
                                    "relationshipId",
                                    relationship.id(),
                                    "assignment",
                                    first))
                    .post("/v1/roles"));
        }

        @Test
        void shouldNotBindAGlobalAdminInTheOwnTenant() {
            String lead = world.builtIn(aurora, "site-lead");

            given(world.admin(aurora), lead, all(), null, null, "lea");
            given(world.admin(aurora), lead, all(), "1970-01-01T00:00:00Z", null, "lea");
        }
    }

    @Nested
    class Changing {

        @Test
        void shouldNotProlongOnesOwnEnd() {
            String path = piaUntilSummer();
            Map<String, Object> forever = new HashMap<>();
            forever.put("endsAt", null);

            refused(patch(pia(), "*", forever).patch(path));
            refused(patch(pia(), "*", Map.of("endsAt", AUTUMN)).patch(path));
            patch(pia(), "*", Map.of("endsAt", SPRING)).patch(path).then().statusCode(200);
            patch(paul(), "*", forever).patch(path).then().statusCode(200);
        }

        @Test
        void shouldNotLetAnythingBeginEarlier() {
            String keepers = role(paul(), relationship.id(), "Keepers", "roles:view", "roles:modify");
            String view = role(paul(), relationship.id(), "Viewers", "rooms:view");
            given(paul(), keepers, all(), null, null, "pia");
            String path = given(paul(), view, all(), SPRING, null, "pia");
            Map<String, Object> atOnce = new HashMap<>();
            atOnce.put("startsAt", null);

            refused(patch(pia(), "*", atOnce).patch(path));
            refused(patch(pia(), "*", Map.of("startsAt", "2098-02-01T00:00:00Z"))
                    .patch(path));
            patch(pia(), "*", Map.of("startsAt", SUMMER)).patch(path).then().statusCode(200);
        }

        @Test
        void shouldNotAddMembersToWhatLastsLonger() {
            piaUntilSummer();
            String first = "/v1/assignments/" + relationship.firstAssignment();

            refused(pia().header("If-Match", "*").put(first + "/members/USER/pia"));
            refused(json(pia(), user("vic")).post(first + "/members"));
            refused(patch(pia(), "*", Map.of("members", List.of(user("paul"), user("pia"))))
                    .patch(first));
        }

        @Test
        void shouldNotWidenARoleThatIsAssignedForLonger() {
            piaUntilSummer();
            String viewers = role(paul(), relationship.id(), "Viewers", "rooms:view");
            given(paul(), viewers, all(), null, AUTUMN, "vic");

            refused(patch(pia(), "*", Map.of("permissions", List.of("rooms:view", "rooms:modify")))
                    .patch(viewers));
        }
    }

    @Test
    void shouldKeepAPrimaryAdminWhoHasBegunAndHasNoEnd() {
        piaUntilSummer();
        given(paul(), primaryAdmin, all(), SUMMER, null, "vic");

        paul().header("If-Match", "*")
                .delete("/v1/assignments/" + relationship.firstAssignment())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/last-primary-admin"));
    }

    private static Response giving(
            RequestSpecification by,
            String role,
            Map<String, Object> scope,
            String startsAt,
            String endsAt,
            String... users) {
        return json(by, body(scope, startsAt, endsAt, users)).post(role + "/assignments");
    }

    private static String given(
            RequestSpecification by,
            String role,
            Map<String, Object> scope,
            String startsAt,
            String endsAt,
            String... users) {
        return giving(by, role, scope, startsAt, endsAt, users)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Map<String, Object> body(
            Map<String, Object> scope, String startsAt, String endsAt, String... users) {
        Map<String, Object> body = new HashMap<>(
                assignment(scope, Arrays.stream(users).map(World::user).toArray()));
        body.put("startsAt", startsAt);
        body.put("endsAt", endsAt);
        return body;
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", containsString("for all that time"));
    }
}
