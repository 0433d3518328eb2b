package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code expand} shows of roles and assignments. */
@QuarkusTest
class NamesBesideIdsIT extends BetweenTwo {
    private Relationship relationship;
    private String role;
    private String assignment;

    @BeforeEach
    void aPartnersRole() {
        relationship = world.relationship(aurora, meridian, "paul");
        role = role(world.user(meridian, "paul"), relationship.id(), "Night shift", "rooms:view");
        assignment = assign(world.user(meridian, "paul"), role, all(), user("hanna"));
    }

    @Test
    void shouldNameBothSidesToBoth() {
        world.user(meridian, "paul")
                .get(role + "?expand=customer,partner&fields=name")
                .then()
                .statusCode(200)
                .body(
                        "",
                        equalTo(Map.of(
                                "name", "Night shift",
                                "customer", Map.of("id", aurora.toString(), "name", "Aurora"),
                                "partner", Map.of("id", meridian.toString(), "name", "Meridian"))));
        world.admin(aurora)
                .get("/v1/roles?relationshipId=" + relationship.id() + "&q=Night&expand=partner")
                .then()
                .body("items[0].partner.name", equalTo("Meridian"));
    }

    @Test
    void shouldNameTheRoleThatIsAssigned() {
        for (String path : new String[] {assignment, "/v1/assignments?relationshipId=" + relationship.id()}) {
            String names = world.user(meridian, "paul")
                    .get(path + (path.contains("?") ? "&" : "?") + "expand=role")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(names)
                    .contains("\"role\":{\"id\":\"" + role.substring("/v1/roles/".length())
                            + "\",\"name\":\"Night shift\"}");
        }
    }

    @Test
    void shouldNameNoPartnerWhereThereIsNone() {
        Map<String, Object> own = world.admin(aurora)
                .get(world.builtIn(aurora, "site-lead") + "?expand=customer,partner")
                .jsonPath()
                .getMap("");

        assertThat(own)
                .doesNotContainKey("partner")
                .containsEntry("customer", Map.of("id", aurora.toString(), "name", "Aurora"));
    }
}
