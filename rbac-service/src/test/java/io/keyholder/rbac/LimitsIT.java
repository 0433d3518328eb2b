package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.patch;
import static io.keyholder.rbac.World.role;
import static io.keyholder.rbac.World.rooms;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody piles up more than the configuration lets them. */
@QuarkusTest
@TestProfile(LimitsIT.Low.class)
class LimitsIT extends BetweenTwo {

    /** Limits that a test reaches soon. */
    public static final class Low implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "keyholder.rbac.roles-per-context", "6",
                    "keyholder.rbac.assignments-per-context", "3",
                    "keyholder.rbac.members-per-assignment", "2",
                    "keyholder.rbac.ids-per-scope", "3");
        }
    }

    @Test
    void shouldLimitTheRolesOfAContext() {
        role(world.admin(aurora), null, "Fifth", "rooms:view");
        String sixth = role(world.admin(aurora), null, "Sixth", "rooms:view");

        reached(
                json(world.admin(aurora), Map.of("name", "Seventh", "permissions", List.of("rooms:view")))
                        .post("/v1/roles"),
                "keyholder.rbac.roles-per-context");
        role(world.admin(meridian), null, "Others'", "rooms:view");
        world.admin(aurora).header("If-Match", "*").delete(sixth).then().statusCode(204);
        role(world.admin(aurora), null, "Seventh", "rooms:view");
    }

    @Test
    void shouldLimitTheAssignmentsOfAContext() {
        String lead = world.builtIn(aurora, "site-lead");
        String tech = world.builtIn(aurora, "site-tech");
        assign(world.admin(aurora), lead, all(), user("ada"));
        assign(world.admin(aurora), tech, all(), user("bob"));
        String third = assign(world.admin(aurora), tech, all(), user("cleo"));

        for (int i = 0; i < 2; i++) {
            reached(
                    json(world.admin(aurora), assignment(all(), user("dan"))).post(lead + "/assignments"),
                    "keyholder.rbac.assignments-per-context");
        }
        reached(
                json(
                                world.admin(aurora),
                                Map.of(
                                        "name", "Desk",
                                        "permissions", List.of("rooms:view"),
                                        "assignment", assignment(all(), user("dan"))))
                        .post("/v1/roles"),
                "keyholder.rbac.assignments-per-context");
        assertThat(world.count("role", "context_id = '" + aurora + "'")).isEqualTo(4);
        world.admin(aurora).header("If-Match", "*").delete(third).then().statusCode(204);
        assign(world.admin(aurora), lead, all(), user("dan"));
        reached(
                json(world.admin(aurora), assignment(all(), user("eve"))).post(lead + "/assignments"),
                "keyholder.rbac.assignments-per-context");
    }

    @Test
    void shouldHoldWhenManyComeAtOnce() throws Exception {
        String lead = world.builtIn(aurora, "site-lead");
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> many.submit(() -> json(world.admin(aurora), assignment(all(), user("u" + i)))
                            .post(lead + "/assignments")
                            .statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }

        assertThat(world.count("assignment", "context_id = '" + aurora + "'")).isEqualTo(3);
    }

    @Test
    void shouldLimitTheMembersOfAnAssignment() {
        String lead = world.builtIn(aurora, "site-lead");
        reached(
                json(world.admin(aurora), assignment(all(), user("ada"), user("bob"), user("cleo")))
                        .post(lead + "/assignments"),
                "keyholder.rbac.members-per-assignment");
        String path = assign(world.admin(aurora), lead, all(), user("ada"), user("bob"));

        reached(
                world.admin(aurora).header("If-Match", "*").put(path + "/members/USER/cleo"),
                "keyholder.rbac.members-per-assignment");
        reached(json(world.admin(aurora), user("cleo")).post(path + "/members"), "members-per-assignment");
        reached(
                patch(world.admin(aurora), "*", Map.of("members", List.of(user("a"), user("b"), user("c"))))
                        .patch(path),
                "members-per-assignment");
        patch(world.admin(aurora), "*", Map.of("members", List.of(user("a"), user("b"))))
                .patch(path)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldLimitTheIdsOfAScope() {
        String lead = world.builtIn(aurora, "site-lead");
        UUID[] four = IntStream.range(0, 4).mapToObj(i -> world.room(aurora)).toArray(UUID[]::new);
        UUID group = world.group(aurora);
        reached(
                json(world.admin(aurora), assignment(rooms(four), user("ada"))).post(lead + "/assignments"),
                "keyholder.rbac.ids-per-scope");
        String path = assign(world.admin(aurora), lead, rooms(four[0], four[1], four[2]), user("ada"));

        reached(world.admin(aurora).header("If-Match", "*").put(path + "/rooms/" + four[3]), "ids-per-scope");
        reached(world.admin(aurora).header("If-Match", "*").put(path + "/room-groups/" + group), "ids-per-scope");
    }

    private static void reached(Response answer, String limit) {
        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/limit-reached"))
                .body("detail", containsString(limit));
    }
}
