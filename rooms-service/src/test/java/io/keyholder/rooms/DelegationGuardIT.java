package io.keyholder.rooms;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.contracts.Scope;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms that come into a delegation by a group, and the setting that says who may do that. */
@QuarkusTest
class DelegationGuardIT extends InAScenario {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private UUID in;
    private UUID out;
    private UUID delegated;
    private UUID plain;

    /** Gus looks after Aurora's groups, of which one is delegated to Meridian; partners are none of his business. */
    @BeforeEach
    void aDelegatedGroup() {
        UUID meridian = scenario.tenant("Meridian");
        in = scenario.room(aurora, "In", "US");
        out = scenario.room(aurora, "Out", "US");
        delegated = scenario.group(aurora, "Delegated", in);
        plain = scenario.group(aurora, "Plain");
        scenario.relationship(aurora, meridian, Scope.selected(List.of(), List.of(delegated)));
        scenario.inTenant(
                aurora,
                "gus",
                Scope.all(),
                List.of(
                        "rooms:view",
                        "room-groups:view",
                        "room-groups:modify",
                        "room-groups:create",
                        "settings:view",
                        "settings:modify"));
    }

    @Test
    void shouldNeedWhatWideningTheDelegationItselfNeeds() {
        put(gus(), delegated, out).then().statusCode(403).body("detail", containsString("partners:manage"));
        patch(gus(), delegated, List.of(in, out))
                .then()
                .statusCode(403)
                .body("detail", containsString("partners:manage"));
        put(scenario.admin(aurora), delegated, out).then().statusCode(200);
    }

    @Test
    void shouldAskNothingWhereNothingWidens() {
        put(gus(), plain, out).then().statusCode(200);
        put(gus(), delegated, in).then().statusCode(200);
        patch(gus(), plain, List.of(in, out)).then().statusCode(200);
        patch(gus(), delegated, List.of()).then().statusCode(200);
    }

    @Test
    void shouldAskNothingOnceTheTenantSwitchedItOff() {
        guard(scenario.admin(aurora), "false").then().statusCode(200).body("delegationGuard", equalTo(false));

        put(gus(), delegated, out).then().statusCode(200);
    }

    @Test
    void shouldNotBeSwitchedOffByWhoItStops() {
        guard(gus(), "false").then().statusCode(403).body("detail", containsString("partners:manage"));
        guard(gus(), "true").then().statusCode(200);
        guard(scenario.admin(aurora), "false").then().statusCode(200);
        guard(gus(), "true").then().statusCode(200);
        put(gus(), delegated, out).then().statusCode(403);
    }

    @Test
    void shouldBeASettingLikeAnyResource() {
        scenario.inTenant(aurora, "viewer", Scope.all(), List.of("settings:view"));
        String tag = scenario.user(aurora, "viewer")
                .get("/v1/settings")
                .then()
                .statusCode(200)
                .body("delegationGuard", equalTo(true))
                .extract()
                .header("ETag");

        scenario.user(aurora, "nobody").get("/v1/settings").then().statusCode(403);
        guard(scenario.user(aurora, "viewer"), "false").then().statusCode(403);
        guard(scenario.admin(aurora), "\"no\"").then().statusCode(400);
        guard(scenario.admin(aurora), "null").then().statusCode(400);
        scenario.admin(aurora)
                .contentType(MERGE_PATCH)
                .body("{}")
                .patch("/v1/settings")
                .then()
                .statusCode(428);
        scenario.admin(aurora)
                .contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body("{\"delegationGuard\": false}")
                .patch("/v1/settings")
                .then()
                .statusCode(200);
        scenario.admin(aurora)
                .contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body("{\"delegationGuard\": true}")
                .patch("/v1/settings")
                .then()
                .statusCode(412);
    }

    private RequestSpecification gus() {
        return scenario.user(aurora, "gus");
    }

    private static Response guard(RequestSpecification by, String value) {
        return by.contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"delegationGuard\": " + value + "}")
                .patch("/v1/settings");
    }

    private static Response put(RequestSpecification by, UUID group, UUID room) {
        return by.header("If-Match", "*").put("/v1/room-groups/" + group + "/rooms/" + room);
    }

    private static Response patch(RequestSpecification by, UUID group, List<UUID> rooms) {
        return by.contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body(Map.of("roomIds", rooms))
                .patch("/v1/room-groups/" + group);
    }
}
