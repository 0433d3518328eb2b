package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.groups;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who takes from a role or an assignment administers roles over all that it reaches. */
@QuarkusTest
class TakingIT extends BetweenTwo {
    private Relationship relationship;
    private UUID group;
    private UUID boston;
    private UUID berlin;

    /** Dora administers roles over one group, in which Boston is; Paul over all. */
    @BeforeEach
    void open() {
        group = world.group(aurora);
        boston = world.room(aurora, group);
        berlin = world.room(aurora);
        relationship = world.relationship(aurora, meridian, "paul");
        world.delegate(relationship, Scope.all());
        String deputies = role(paul(), relationship.id(), "Deputies", "rooms:view", "roles:view", "roles:modify");
        assign(paul(), deputies, groups(group), user("dora"));
    }

    private RequestSpecification paul() {
        return world.user(meridian, "paul");
    }

    private RequestSpecification dora() {
        return world.user(meridian, "dora");
    }

    @Nested
    class FromAnAssignment {
        private String primaryAdmins;
        private String both;

        @BeforeEach
        void assignOverMore() {
            primaryAdmins =
                    assign(paul(), "/v1/roles/" + relationship.primaryAdminRole(), all(), user("pia"), user("pete"));
            String viewers = role(paul(), relationship.id(), "Viewers", "rooms:view");
            both = assign(paul(), viewers, rooms(boston, berlin), user("vic"), user("val"));
        }

        @Test
        void shouldNotEndIt() {
            refused(dora().header("If-Match", "*").delete(primaryAdmins));
            refused(dora().header("If-Match", "*").delete(both));
        }

        @Test
        void shouldNotRemoveMembers() {
            refused(dora().header("If-Match", "*").delete(primaryAdmins + "/members/USER/pia"));
            refused(json(dora(), user("pia")).post(primaryAdmins + "/members/remove"));
            refused(patch(dora(), "*", Map.of("members", List.of(user("vic")))).patch(both));
        }

        @Test
        void shouldNotNarrowIt() {
            refused(dora().header("If-Match", "*").delete(both + "/rooms/" + berlin));
            refused(dora().header("If-Match", "*").delete(both + "/rooms/" + boston));
            refused(patch(dora(), "*", Map.of("scope", rooms(boston))).patch(primaryAdmins));
        }

        @Test
        void shouldNotShortenIt() {
            refused(patch(dora(), "*", Map.of("endsAt", "2099-01-01T00:00:00Z")).patch(both));
            refused(patch(dora(), "*", Map.of("startsAt", "2099-01-01T00:00:00Z"))
                    .patch(both));
        }

        @Test
        void shouldBeForWhoAdministersTheWhole() {
            paul().header("If-Match", "*")
                    .delete(both + "/rooms/" + berlin)
                    .then()
                    .statusCode(204);
            dora().header("If-Match", "*")
                    .delete(both + "/members/USER/vic")
                    .then()
                    .statusCode(204);
            patch(dora(), "*", Map.of("endsAt", "2099-01-01T00:00:00Z"))
                    .patch(both)
                    .then()
                    .statusCode(200);
            dora().header("If-Match", "*").delete(both).then().statusCode(204);
        }

        @Test
        void shouldAlwaysBeForTheCustomer() {
            world.admin(aurora)
                    .header("If-Match", "*")
                    .delete(primaryAdmins)
                    .then()
                    .statusCode(204);
            world.admin(aurora).header("If-Match", "*").delete(both).then().statusCode(204);
        }

        @Test
        void shouldBeForWhoAdministersItNowForHoweverLong() {
            json(
                            paul(),
                            Map.of(
                                    "name",
                                    "Deputy",
                                    "scope",
                                    all(),
                                    "members",
                                    List.of(user("dan")),
                                    "endsAt",
                                    "2099-01-01T00:00:00Z"))
                    .post("/v1/roles/" + relationship.primaryAdminRole() + "/assignments")
                    .then()
                    .statusCode(201);

            world.user(meridian, "dan")
                    .header("If-Match", "*")
                    .delete(both)
                    .then()
                    .statusCode(204);
        }
    }

    @Nested
    class FromARole {
        private String viewers;

        @BeforeEach
        void assignOverMore() {
            viewers = role(paul(), relationship.id(), "Viewers", "rooms:view", "rooms:modify");
            assign(paul(), viewers, groups(group), user("vic"));
        }

        @Test
        void shouldNeitherDeleteItNorRemoveAPermission() {
            assign(paul(), viewers, rooms(berlin), user("val"));

            refused(dora().header("If-Match", "*").delete(viewers));
            refused(patch(dora(), "*", Map.of("permissions", List.of("rooms:view")))
                    .patch(viewers));
        }

        @Test
        void shouldBeForWhoAdministersAllThatItIsAssignedOver() {
            patch(dora(), "*", Map.of("permissions", List.of("rooms:view")))
                    .patch(viewers)
                    .then()
                    .statusCode(200);
            dora().header("If-Match", "*").delete(viewers).then().statusCode(204);
        }

        @Test
        void shouldAlwaysBeForTheCustomer() {
            world.admin(aurora).header("If-Match", "*").delete(viewers).then().statusCode(204);
        }
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", containsString("roles:modify"));
    }
}
