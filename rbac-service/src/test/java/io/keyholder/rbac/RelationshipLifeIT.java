package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.keyholder.contracts.RelationshipState;
import io.keyholder.contracts.Sequence;
import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a context as its relationship is accepted, suspended and terminated, in whatever order it is heard of. */
@QuarkusTest
class RelationshipLifeIT extends BetweenTwo {
    @Test
    void shouldBeOpenedOnceHoweverOftenTheAcceptanceIsHeardOf() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        world.user(meridian, "paul")
                .header("If-Match", "*")
                .put("/v1/assignments/" + relationship.firstAssignment() + "/members/USER/pia")
                .then()
                .statusCode(200);

        world.published().states(relationship.accepted("eve"));
        await().atMost(SOON).until(() -> heardOfAnother());

        world.admin(aurora)
                .get("/v1/assignments/" + relationship.firstAssignment())
                .then()
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("members.id", equalTo(List.of("paul", "pia")));
    }

    @Test
    void shouldPermitNothingToThePartnerWhileSuspended() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        String roles = "/v1/roles?relationshipId=" + relationship.id();
        world.tell(relationship, RelationshipState.Status.SUSPENDED);
        await().atMost(SOON).until(() -> world.user(meridian, "paul").get(roles).statusCode() == 403);

        world.user(meridian, "paul").get(roles).then().body("detail", containsString("suspended"));
        world.user(meridian, "nobody").get(roles).then().statusCode(404);
        json(world.user(meridian, "paul"), Map.of("relationshipId", relationship.id()))
                .post("/v1/roles")
                .then()
                .statusCode(403);
        world.user(meridian, "paul")
                .get("/v1/assignments?principalType=USER&principalId=paul&relationshipId=" + relationship.id())
                .then()
                .statusCode(403);
        world.user(meridian, "paul").get("/v1/access/me").then().body("contexts", hasSize(1));
        world.admin(aurora).get(roles).then().statusCode(200).body("items", hasSize(1));

        world.tell(relationship, RelationshipState.Status.ACTIVE);
        await().atMost(SOON).until(() -> world.user(meridian, "paul").get(roles).statusCode() == 200);
    }

    @Test
    void shouldBeEmptiedAtTheEnd() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        String role = role(world.user(meridian, "paul"), relationship.id(), "Help desk", "rooms:view");
        String assignment = assign(world.user(meridian, "paul"), role, all(), user("nina"));
        String roles = "/v1/roles?relationshipId=" + relationship.id();

        world.tell(relationship, RelationshipState.Status.TERMINATED);

        await().atMost(SOON)
                .until(() -> world.admin(aurora).get(roles).path("items.size()").equals(0));
        world.admin(aurora).get(role).then().statusCode(404);
        world.admin(aurora).get(assignment).then().statusCode(404);
        await().atMost(SOON).until(() -> world.user(meridian, "paul").get(roles).statusCode() == 404);
        assertThat(world.count("outbox_ended", "key = '" + relationship.primaryAdminRole() + "' and version = 2"))
                .isEqualTo(1);
        assertThat(world.count("outbox_ended", "key = '" + relationship.firstAssignment() + "' and version = 2"))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseAWriteThatComesWhileItCloses() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        database.execute("update context set status = 'CLOSED' where id = '" + relationship.id() + "'");

        json(
                        world.user(meridian, "paul"),
                        Map.of(
                                "name", "Late",
                                "permissions", List.of("rooms:view"),
                                "relationshipId", relationship.id()))
                .post("/v1/roles")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/relationship-terminated"));
    }

    @Test
    void shouldNotOpenWhenItEndedBeforeTheAcceptanceWasHeardOf() {
        Relationship relationship = Relationship.between(aurora, meridian, null);
        world.tell(relationship, RelationshipState.Status.TERMINATED);
        await().atMost(SOON).until(() -> world.count("context", "id = '" + relationship.id() + "'") == 1);

        world.published().states(relationship.accepted("paul"));

        await().atMost(SOON)
                .until(() -> world.count("outbox_ended", "key = '" + relationship.primaryAdminRole() + "'") == 1
                        && world.count("outbox_ended", "key = '" + relationship.firstAssignment() + "'") == 1);
        assertThat(world.count("role", "relationship_id = '" + relationship.id() + "'"))
                .isZero();
        assertThat(world.count("assignment", "relationship_id = '" + relationship.id() + "'"))
                .isZero();
    }

    @Test
    void shouldStayClosedWhateverIsToldOfItAfterwards() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        world.tell(relationship, RelationshipState.Status.TERMINATED);
        world.tell(relationship, RelationshipState.Status.ACTIVE);

        await().atMost(SOON)
                .until(() -> world.count("context", "id = '" + relationship.id() + "' and version = 3") == 1);
        assertThat(world.count("context", "id = '" + relationship.id() + "' and status = 'CLOSED'"))
                .isEqualTo(1);
    }

    @Test
    void shouldIgnoreWhatIsOlderThanWhatIsKnown() {
        Relationship relationship = world.relationship(aurora, meridian, "paul");
        world.tell(relationship, RelationshipState.Status.SUSPENDED);
        await().atMost(SOON)
                .until(() -> world.count("context", "id = '" + relationship.id() + "' and status = 'SUSPENDED'") == 1);

        world.published().state(relationship.state(RelationshipState.Status.ACTIVE), new Sequence(1, 1));
        await().atMost(SOON).until(() -> heardOfAnother());

        assertThat(world.count("context", "id = '" + relationship.id() + "' and status = 'SUSPENDED'"))
                .isEqualTo(1);
    }

    /** Something on every partition that is certainly later has been taken. */
    private boolean heardOfAnother() {
        for (int i = 0; i < 20; i++) {
            Relationship later = Relationship.between(aurora, meridian, null);
            world.tell(later, RelationshipState.Status.TERMINATED);
            world.published().states(later.accepted("x"));
            await().atMost(SOON)
                    .until(() -> world.count("outbox_ended", "key = '" + later.primaryAdminRole() + "'") == 1);
        }
        return true;
    }
}
