package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.user;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What keeps a copy asks for what has changed since. */
@QuarkusTest
class SynchronisingIT extends BetweenTwo {

    @Nested
    class OfRoles {

        @Test
        void shouldFindWhatHasChangedSince() {
            String first = role(world.admin(aurora), null, "First", "rooms:view");
            String second = role(world.admin(aurora), null, "Second", "rooms:view");
            JsonPath created = read(world.admin(aurora), second);

            patch(world.admin(aurora), etag(first), Map.of("description", "Changed"))
                    .patch(first)
                    .then()
                    .statusCode(200);

            JsonPath changed = read(world.admin(aurora), first);
            listed("/v1/roles", changed.getString("updatedAt"), idOf(first));
            world.admin(aurora)
                    .queryParam("updatedSince", created.getString("updatedAt"))
                    .get("/v1/roles")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(idOf(first)))
                    .body("items.id", hasItem(idOf(second)));
        }

        @Test
        void shouldLeaveTheTimeWhenNothingChanges() {
            String first = role(world.admin(aurora), null, "First", "rooms:view");
            JsonPath before = read(world.admin(aurora), first);
            String etag = etag(first);

            patch(world.admin(aurora), etag, Map.of())
                    .patch(first)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(etag));

            world.admin(aurora).get(first).then().body("updatedAt", equalTo(before.getString("updatedAt")));
        }

        @Test
        void shouldFindThemByTheirIds() {
            String first = role(world.admin(aurora), null, "First", "rooms:view");
            role(world.admin(aurora), null, "Second", "rooms:view");

            world.admin(aurora)
                    .queryParam("ids", idOf(first))
                    .get("/v1/roles")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(idOf(first)));
        }
    }

    @Nested
    class OfAssignments {

        @Test
        void shouldFindWhatHasChangedSince() {
            String tech = world.builtIn(aurora, "site-tech");
            String first = assign(world.admin(aurora), tech, all(), user("ada"));
            String second = assign(world.admin(aurora), tech, all(), user("bob"));

            patch(world.admin(aurora), etag(first), Map.of("name", "Changed"))
                    .patch(first)
                    .then()
                    .statusCode(200);

            JsonPath changed = read(world.admin(aurora), first);
            listed("/v1/assignments", changed.getString("updatedAt"), idOf(first));
            world.admin(aurora)
                    .queryParam("ids", idOf(second))
                    .queryParam("updatedSince", changed.getString("updatedAt"))
                    .get("/v1/assignments")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }

        @Test
        void shouldLeaveTheTimeWhenNothingChanges() {
            String first = assign(world.admin(aurora), world.builtIn(aurora, "site-tech"), all(), user("ada"));
            JsonPath before = read(world.admin(aurora), first);
            String etag = etag(first);

            patch(world.admin(aurora), etag, Map.of())
                    .patch(first)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(etag));

            world.admin(aurora).get(first).then().body("updatedAt", equalTo(before.getString("updatedAt")));
        }

        /** A member's name is for its own tenant alone, and so is that it was changed. */
        @Test
        void shouldNotTellACustomerWhenAPartnersAssignmentChanged() {
            Relationship relationship = world.relationship(aurora, meridian, "paul");
            String first = "/v1/assignments/" + relationship.firstAssignment();

            world.admin(aurora).get(first).then().statusCode(200).body("updatedAt", nullValue());
            world.admin(aurora)
                    .queryParam("relationshipId", relationship.id())
                    .queryParam("updatedSince", "2099-01-01T00:00:00Z")
                    .get("/v1/assignments")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(idOf(first)));
        }
    }

    private void listed(String list, String since, String id) {
        world.admin(aurora)
                .queryParam("updatedSince", since)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].updatedAt", equalTo(since));
    }

    private String etag(String path) {
        return world.admin(aurora).get(path).header("ETag");
    }

    private static JsonPath read(RequestSpecification by, String path) {
        return by.get(path).then().statusCode(200).extract().jsonPath();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
