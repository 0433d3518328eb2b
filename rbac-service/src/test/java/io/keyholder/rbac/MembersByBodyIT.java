package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.assignment;
import static io.keyholder.rbac.World.group;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.user;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members are added and removed singly whatever id their identity provider gives them. */
@QuarkusTest
class MembersByBodyIT extends BetweenTwo {
    private String path;

    @BeforeEach
    void open() {
        path = assign(world.admin(aurora), world.builtIn(aurora, "site-lead"), all(), user("ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/help-desk",
                "DOMAIN\\user",
                "a%2Fb",
                "..",
                ".",
                "ü",
                "a b",
                "a/b",
                "a;b=c",
                "?x#y",
                "\u200Bx",
                "😀",
                "%"
            })
    void shouldComeAndGo(String id) {
        json(world.admin(aurora), group(id))
                .post(path + "/members")
                .then()
                .statusCode(200)
                .body("members.id", hasItem(id));
        world.user(aurora, "nina", id)
                .get("/v1/access/me")
                .then()
                .body("contexts[0].permissions", hasItem("rooms:view"));
        json(world.admin(aurora), group(id))
                .post(path + "/members/remove")
                .then()
                .statusCode(200)
                .body("members.id", equalTo(List.of("ada")));
        json(world.admin(aurora), group(id))
                .post(path + "/members/remove")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\t", "\u00A0a", "a\u2003", "a\u2028", "a\u0001b", "a\nb", "a\u0085"})
    void shouldNotBeginOrEndWithWhiteSpaceNorHoldControls(String id) {
        json(world.admin(aurora), user(id))
                .post(path + "/members")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("id")));
        json(world.admin(aurora), assignment(all(), user("bob"), user(id)))
                .post(world.builtIn(aurora, "site-lead") + "/assignments")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("members[1].id")));
        json(world.admin(aurora), Map.of("members", List.of(group(id))))
                .header("If-Match", "*")
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("members[0].id")));
        json(world.admin(aurora), Map.of("principal", user(id), "permission", "rooms:view", "customerId", aurora))
                .post("/v1/access/check")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("principal.id")));
    }

    @Test
    void shouldHaveIdsOf255CharactersAtMost() {
        json(world.admin(aurora), user("x".repeat(256)))
                .post(path + "/members")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("id")));
        json(world.admin(aurora), user("x".repeat(255)))
                .post(path + "/members")
                .then()
                .statusCode(200);
        for (String id : List.of("%20bob", "bob%20", "bo%01b")) {
            world.admin(aurora)
                    .header("If-Match", "*")
                    .put(path + "/members/USER/" + id)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("principalId")));
        }
    }

    @Test
    void shouldBePrincipalsOfTheMemberTenant() {
        for (String action : List.of("/members", "/members/remove")) {
            json(world.admin(aurora), Map.of("type", "USER", "id", "ada", "tenantId", meridian))
                    .post(path + action)
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("tenantId")));
            json(world.admin(aurora), Map.of("type", "ROBOT", "id", "ada"))
                    .post(path + action)
                    .then()
                    .statusCode(400);
            json(world.admin(aurora), Map.of()).post(path + action).then().statusCode(400);
            json(world.user(aurora, "nobody"), user("ada"))
                    .post(path + action)
                    .then()
                    .statusCode(403);
            json(world.admin(meridian), user("ada")).post(path + action).then().statusCode(404);
        }
        json(world.admin(aurora), Map.of("type", "USER", "id", "ann", "displayName", "Ann A", "tenantId", aurora))
                .post(path + "/members")
                .then()
                .statusCode(200)
                .body("members.displayName", hasItem("Ann A"));
    }

    @Test
    void shouldKeepAVersionThatIsNamed() {
        json(world.admin(aurora), user("bob"))
                .header("If-Match", "\"7\"")
                .post(path + "/members")
                .then()
                .statusCode(412);
        json(world.admin(aurora), user("bob"))
                .header("If-Match", "*")
                .post(path + "/members")
                .then()
                .statusCode(200);
        json(world.admin(aurora), user("bob"))
                .header("If-Match", "*")
                .post(path + "/members")
                .then()
                .statusCode(200);
        json(world.admin(aurora), user("bob"))
                .header("If-Match", "\"1\"")
                .post(path + "/members/remove")
                .then()
                .statusCode(412);
    }

    @Test
    void shouldBeDoneOnceUnderOneKey() {
        for (int i = 0; i < 2; i++) {
            json(world.admin(aurora), user("bob"))
                    .header("Idempotency-Key", "add-bob")
                    .post(path + "/members")
                    .then()
                    .statusCode(200)
                    .body("members", hasSize(2));
        }
        for (int i = 0; i < 2; i++) {
            json(world.admin(aurora), user("bob"))
                    .header("Idempotency-Key", "remove-bob")
                    .post(path + "/members/remove")
                    .then()
                    .statusCode(200)
                    .body("members", hasSize(1));
        }
        json(world.admin(aurora), user("eve"))
                .header("Idempotency-Key", "add-bob")
                .post(path + "/members")
                .then()
                .statusCode(422);
    }
}
