package io.keyholder.rbac;

import static io.keyholder.rbac.World.SOON;
import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.keyholder.rbac.World.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relationship always keeps a Primary admin, whatever is removed and by whom. */
@QuarkusTest
class PrimaryAdminsIT extends BetweenTwo {
    private Relationship relationship;
    private String first;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "paul");
        first = "/v1/assignments/" + relationship.firstAssignment();
    }

    @Test
    void shouldHaveTheNamesThatTheAcceptanceGaveForTheirOwnTenantAlone() {
        world.user(meridian, "paul")
                .get(first)
                .then()
                .statusCode(200)
                .body("members.displayName", equalTo(List.of("paul the admin")));
        world.admin(aurora).get(first).then().statusCode(200).body("members[0]", not(hasKey("displayName")));
    }

    @Test
    void shouldBeTheFirstOnesThatTheAcceptanceNamed() {
        world.admin(aurora)
                .get(first)
                .then()
                .statusCode(200)
                .body("name", equalTo("Primary admins"))
                .body("scope.type", equalTo("ALL"))
                .body("members.id", equalTo(List.of("paul")))
                .body("members[0].tenantId", equalTo(meridian.toString()));
    }

    @Test
    void shouldNotLoseTheLastOneByTheirOwnDoing() {
        refused(world.user(meridian, "paul").header("If-Match", "*").delete(first));
        refused(world.user(meridian, "paul").header("If-Match", "*").delete(first + "/members/USER/paul"));
        refused(patch(world.user(meridian, "paul"), "*", Map.of("members", List.of()))
                .patch(first));
        refused(patch(world.user(meridian, "paul"), "*", Map.of("scope", Map.of("type", "SELECTED")))
                .patch(first));
        refused(patch(world.user(meridian, "paul"), "*", Map.of("endsAt", "2099-01-01T00:00:00Z"))
                .patch(first));
        patch(world.user(meridian, "paul"), "*", Map.of("members", List.of(user("pia"))))
                .patch(first)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNotLoseTheLastOneByTheCustomersDoing() {
        refused(world.admin(aurora).header("If-Match", "*").delete(first));
        String second = assign(
                world.user(meridian, "paul"), "/v1/roles/" + relationship.primaryAdminRole(), all(), user("pia"));

        world.admin(aurora).header("If-Match", "*").delete(first).then().statusCode(204);
        world.user(meridian, "paul").get(second).then().statusCode(404);
        refused(world.admin(aurora).header("If-Match", "*").delete(second));
    }

    @Test
    void shouldRemainWhenTwoRemoveEachOtherAtOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            UUID borealis = world.tenant("Borealis");
            Relationship other = world.relationship(borealis, meridian, "paul");
            String pauls = "/v1/assignments/" + other.firstAssignment();
            String pias =
                    assign(world.user(meridian, "paul"), "/v1/roles/" + other.primaryAdminRole(), all(), user("pia"));
            world.user(meridian, "pia").get(pauls).then().statusCode(200);

            List<Integer> answers = atOnce(
                    other.id(),
                    () -> world.user(meridian, "paul")
                            .header("If-Match", "*")
                            .delete(pias)
                            .statusCode(),
                    () -> world.user(meridian, "pia")
                            .header("If-Match", "*")
                            .delete(pauls)
                            .statusCode());

            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void shouldRemainWhenTwoMembersRemoveEachOtherAtOnce() throws Exception {
        world.user(meridian, "paul")
                .header("If-Match", "*")
                .put(first + "/members/USER/pia")
                .then()
                .statusCode(200);
        world.user(meridian, "pia").get(first).then().statusCode(200);

        List<Integer> answers = atOnce(
                relationship.id(),
                () -> world.user(meridian, "paul")
                        .header("If-Match", "*")
                        .delete(first + "/members/USER/pia")
                        .statusCode(),
                () -> world.user(meridian, "pia")
                        .header("If-Match", "*")
                        .delete(first + "/members/USER/paul")
                        .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
    }

    /** Holds the context until both are at its door, so that neither has seen what the other does. */
    private List<Integer> atOnce(UUID context, Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2);
                Connection door = database.connect();
                Statement lock = door.createStatement()) {
            door.setAutoCommit(false);
            lock.execute("select from context where id = '" + context + "' for update");
            List<Future<Integer>> answers = List.of(both.submit(one), both.submit(other));
            await().atMost(SOON)
                    .until(() ->
                            world.count("pg_stat_activity", "datname = current_database() and wait_event_type = 'Lock'")
                                    == 2);
            door.rollback();
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    @Test
    void shouldKeepATenantsLastAdministratorWhileNoGlobalAdminHasBeenSeen() {
        String administrator = world.builtIn(aurora, "managed-service-administrator");
        String adas = assign(world.admin(aurora), administrator, all(), user("ada"));
        database.execute("update global_admin_sign_in set seen_at = now() - interval '91 days' where tenant_id = '"
                + aurora + "'");

        world.user(aurora, "ada")
                .header("If-Match", "*")
                .delete(adas)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/last-administrator"));
        patch(world.user(aurora, "ada"), "*", Map.of("members", List.of()))
                .patch(adas)
                .then()
                .statusCode(409);
        String bobs = assign(world.user(aurora, "ada"), administrator, all(), user("bob"));
        world.user(aurora, "ada").header("If-Match", "*").delete(adas).then().statusCode(204);
        world.admin(aurora).header("If-Match", "*").delete(bobs).then().statusCode(204);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(409).body("type", equalTo("/problems/last-primary-admin"));
    }
}
