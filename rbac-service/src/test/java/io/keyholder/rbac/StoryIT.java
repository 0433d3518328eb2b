package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.json;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first thing end to end: a custom role that one member of a partner gives to a colleague. */
@QuarkusTest
class StoryIT extends InAWorld {
    @Test
    void shouldLetAPrimaryAdminGiveAHelpDeskWhatItNeeds() {
        UUID aurora = world.tenant("Aurora");
        UUID meridian = world.tenant("Meridian");
        Relationship relationship = world.relationship(aurora, meridian, "paul");

        String role = json(
                        world.user(meridian, "paul"),
                        Map.of(
                                "name", "Help desk",
                                "permissions", List.of("rooms:view", "incidents:view"),
                                "relationshipId", relationship.id()))
                .post("/v1/roles")
                .then()
                .statusCode(201)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("type", equalTo("CUSTOM"))
                .body("relationshipId", equalTo(relationship.id().toString()))
                .extract()
                .header("Location");
        json(world.user(meridian, "paul"), assignment(all(), World.group("help-desk")))
                .post(role + "/assignments")
                .then()
                .statusCode(201)
                .body("members[0].id", equalTo("help-desk"));

        await().atMost(SOON)
                .untilAsserted(() -> world.user(meridian, "nina", "help-desk")
                        .get("/v1/access/me")
                        .then()
                        .statusCode(200)
                        .body("contexts", hasSize(2))
                        .body("contexts[1].permissions", equalTo(List.of("rooms:view", "incidents:view"))));
    }
}
