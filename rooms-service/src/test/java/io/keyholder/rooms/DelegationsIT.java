package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.PRIMARY_ADMIN;
import static io.keyholder.rooms.Scenario.SOON;
import static io.keyholder.rooms.Scenario.withoutIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.Scenario.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DelegationsIT extends InAScenario {
    private UUID meridian;
    private UUID room;
    private UUID group;

    @BeforeEach
    void aCustomerAndAPartner() {
        meridian = scenario.tenant("Meridian");
        room = scenario.room(aurora, "One", "US");
        group = scenario.group(aurora, "US", room);
    }

    @Test
    void shouldStartWithWhatTheInvitationOfferedAndTheCustomerHas() {
        UUID theirs = scenario.room(scenario.tenant("Borealis"), "Andes", "CL");

        Relationship relationship = scenario.relationship(
                aurora, meridian, Scope.selected(List.of(room, theirs, Ids.next()), List.of(group, Ids.next())));

        scenario.admin(aurora)
                .get(path(relationship))
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("relationshipId", equalTo(relationship.id().toString()))
                .body("roomScope.type", equalTo("SELECTED"))
                .body("roomScope.roomIds", equalTo(List.of(room.toString())))
                .body("roomScope.roomGroupIds", equalTo(List.of(group.toString())));
    }

    @Test
    void shouldShowAPartnersUserWhatItSeesAlone() {
        UUID two = scenario.room(aurora, "Two", "US");
        UUID gone = scenario.room(aurora, "Gone", "US");
        UUID other = scenario.group(aurora, "Other", two);
        Relationship relationship = scenario.relationship(
                aurora, meridian, Scope.selected(List.of(room, two, gone), List.of(group, other)));
        scenario.inRelationship(relationship, "one", Scope.selected(List.of(room), List.of()), PRIMARY_ADMIN);
        scenario.inRelationship(relationship, "blind", Scope.all(), List.of("roles:view"));
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);
        scenario.admin(aurora).post("/v1/rooms/" + gone + "/unenroll").then().statusCode(200);

        scenario.user(meridian, "one")
                .get(path(relationship))
                .then()
                .statusCode(200)
                .body("roomScope.type", equalTo("SELECTED"))
                .body("roomScope.roomIds", equalTo(List.of(room.toString())))
                .body("roomScope.roomGroupIds", equalTo(List.of(group.toString())));
        scenario.user(meridian, "blind")
                .get(path(relationship))
                .then()
                .body("roomScope.roomIds", equalTo(List.of()))
                .body("roomScope.roomGroupIds", equalTo(List.of()));
        scenario.user(meridian, "paul")
                .get(path(relationship))
                .then()
                .body("roomScope.roomIds", containsInAnyOrder(room.toString(), two.toString()))
                .body("roomScope.roomGroupIds", containsInAnyOrder(group.toString(), other.toString()));
    }

    @Test
    void shouldShowWhatAPartnersUserWasGivenOfAll() {
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.all());
        scenario.inRelationship(relationship, "one", Scope.selected(List.of(room), List.of()), PRIMARY_ADMIN);

        scenario.user(meridian, "one")
                .get(path(relationship))
                .then()
                .body("roomScope.type", equalTo("SELECTED"))
                .body("roomScope.roomIds", equalTo(List.of(room.toString())));
    }

    @Test
    void shouldShowBothSidesTheSameAndOthersNothing() {
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.all());
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);
        scenario.inTenant(aurora, "tess", Scope.all(), List.of("rooms:view"));

        Response customers = scenario.admin(aurora).get(path(relationship));
        customers.then().statusCode(200).body("roomScope", not(hasKey("roomIds")));
        // But for the version, which for a partner's user is that of what it sees.
        Response partners = scenario.user(meridian, "paul").get(path(relationship));
        partners.then().statusCode(200).body("relationshipId", equalTo(customers.path("relationshipId")));
        assertThat(partners.jsonPath().getMap("roomScope"))
                .isEqualTo(customers.jsonPath().getMap("roomScope"));
        String missing = withoutIds(scenario.admin(aurora).get("/v1/delegations/" + Ids.next()));
        assertThat(missing).startsWith("404");
        assertThat(withoutIds(scenario.user(aurora, "tess").get(path(relationship))))
                .isEqualTo(missing);
        assertThat(withoutIds(scenario.user(meridian, "other").get(path(relationship))))
                .isEqualTo(missing);
        assertThat(withoutIds(scenario.admin(meridian).get(path(relationship)))).isEqualTo(missing);
        assertThat(withoutIds(scenario.admin(scenario.tenant("Solstice")).get(path(relationship))))
                .isEqualTo(missing);
    }

    @Test
    void shouldBeWidenedAndNarrowedByTheCustomerAlone() {
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.all());
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);
        scenario.inTenant(aurora, "vera", Scope.all(), List.of("partners:view"));
        Map<String, Object> narrow = Map.of("type", "SELECTED", "roomGroupIds", List.of(group));

        put("admin", relationship, null, narrow).then().statusCode(428);
        put("admin", relationship, "\"2\"", narrow).then().statusCode(412);
        put("vera", relationship, "*", narrow).then().statusCode(403).body("detail", containsString("partners:manage"));
        put("nobody", relationship, "*", narrow).then().statusCode(404);
        scenario.user(meridian, "paul")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("roomScope", narrow))
                .put(path(relationship))
                .then()
                .statusCode(403)
                .body("detail", containsString("partners:manage"));
        put("admin", relationship, "*", narrow)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[\\w-]{12}\\.[\\w-]{16}\""))
                .body("roomScope.roomGroupIds", equalTo(List.of(group.toString())))
                .body("roomScope.roomIds", equalTo(List.of()));
    }

    @Test
    void shouldRefuseWhatIsNotTheCustomers() {
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.all());
        UUID borealis = scenario.tenant("Borealis");
        UUID theirRoom = scenario.room(borealis, "Andes", "CL");
        UUID theirGroup = scenario.group(borealis, "Chile", theirRoom);

        put(
                        "admin",
                        relationship,
                        "*",
                        Map.of(
                                "type", "SELECTED",
                                "roomIds", List.of(room, theirRoom),
                                "roomGroupIds", List.of(theirGroup)))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("roomScope.roomIds[1]", "roomScope.roomGroupIds[0]")));
        put("admin", relationship, "*", Map.of("type", "ALL", "roomIds", List.of(room)))
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("roomScope.roomIds")));
        put("admin", relationship, "*", Map.of()).then().statusCode(400);
        put("admin", relationship, "*", Map.of("type", "SOME")).then().statusCode(400);
    }

    @Test
    void shouldBeRefusedToThePartnerWhileItIsSuspended() {
        Relationship relationship = scenario.relationship(aurora, meridian, Scope.all());
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);
        scenario.status(relationship, Status.SUSPENDED);

        scenario.user(meridian, "paul").get(path(relationship)).then().statusCode(403);
        scenario.admin(aurora).get(path(relationship)).then().statusCode(200);
        put("admin", relationship, "*", Map.of("type", "SELECTED")).then().statusCode(200);
    }

    @Test
    void shouldNeverStartWhenTheRelationshipEndedFirst() {
        Relationship relationship = new Relationship(Ids.next(), aurora, meridian);
        scenario.status(relationship, Status.TERMINATED);
        await().atMost(SOON).until(() -> status(relationship).equals("ENDED"));

        UUID invitation = scenario.accepted(relationship, Scope.all());
        await().atMost(SOON).until(() -> text("select topic from taken_state where id = ?", invitation), not(""));

        assertThat(status(relationship)).isEqualTo("ENDED");
        scenario.admin(aurora).get(path(relationship)).then().statusCode(404);
        put("admin", relationship, "*", Map.of("type", "ALL")).then().statusCode(404);
    }

    private Response put(String user, Relationship relationship, String ifMatch, Map<String, Object> scope) {
        var request = (user.equals("admin") ? scenario.admin(aurora) : scenario.user(aurora, user))
                .contentType("application/json")
                .body(Map.of("roomScope", scope));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path(relationship));
    }

    private static String path(Relationship relationship) {
        return "/v1/delegations/" + relationship.id();
    }

    private String status(Relationship relationship) {
        return text("select status from delegation where relationship_id = ?", relationship.id());
    }

    /** The one value, or nothing. */
    private String text(String sql, UUID id) {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
