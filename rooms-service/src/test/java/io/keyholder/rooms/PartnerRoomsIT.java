package io.keyholder.rooms;

import static io.keyholder.rooms.Scenario.PRIMARY_ADMIN;
import static io.keyholder.rooms.Scenario.SOON;
import static io.keyholder.rooms.Scenario.names;
import static io.keyholder.rooms.Scenario.walk;
import static io.keyholder.rooms.Scenario.withoutIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.keyholder.contracts.Ids;
import io.keyholder.contracts.RelationshipState.Status;
import io.keyholder.contracts.Scope;
import io.keyholder.rooms.Scenario.Relationship;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner's users see and do, and what is beyond them. */
@QuarkusTest
class PartnerRoomsIT extends InAScenario {
    private UUID borealis;
    private UUID meridian;
    private UUID us1;
    private UUID us2;
    private UUID us3;
    private UUID de1;
    private UUID us;
    private UUID headquarters;
    private UUID germany;
    private Relationship relationship;

    /** Aurora has delegated its group US to Meridian, of which Paul is Primary admin. */
    @BeforeEach
    void aCustomerAndItsPartner() {
        borealis = scenario.tenant("Borealis");
        meridian = scenario.tenant("Meridian");
        us1 = scenario.room(aurora, "US 1", "US");
        us2 = scenario.room(aurora, "US 2", "US");
        us3 = scenario.room(aurora, "US 3", "US");
        de1 = scenario.room(aurora, "DE 1", "DE");
        us = scenario.group(aurora, "US", us1, us2, us3);
        headquarters = scenario.group(aurora, "Headquarters", us1, de1);
        germany = scenario.group(aurora, "Germany", de1);
        relationship = scenario.relationship(aurora, meridian, Scope.selected(List.of(), List.of(us)));
        scenario.inRelationship(relationship, "paul", Scope.all(), PRIMARY_ADMIN);
    }

    @Nested
    class WithinTheDelegation {

        @Test
        void shouldListExactlyTheDelegatedRooms() {
            assertThat(names(walk(PartnerRoomsIT.this::paul, "/v1/rooms?limit=2")))
                    .containsExactly("US 1", "US 2", "US 3");
            paul().get("/v1/rooms?includeTotal=true&limit=1").then().body("total", equalTo(3));
            paul().get("/v1/rooms?customerId=" + aurora).then().body("items", hasSize(3));
            paul().get("/v1/rooms?view=PARTNER").then().body("items", hasSize(3));
            paul().get("/v1/rooms/" + us1)
                    .then()
                    .statusCode(200)
                    .body("tenantId", equalTo(aurora.toString()))
                    .body("groupIds", containsInAnyOrder(us.toString(), headquarters.toString()));
        }

        @Test
        void shouldNeitherShowNorCountNorFindAnyOther() {
            UUID theirs = scenario.room(borealis, "Borealis 1", "US");

            String missing = withoutIds(paul().get("/v1/rooms/" + Ids.next()));
            assertThat(missing).startsWith("404");
            assertThat(withoutIds(paul().get("/v1/rooms/" + de1))).isEqualTo(missing);
            assertThat(withoutIds(paul().get("/v1/rooms/" + theirs))).isEqualTo(missing);
            assertThat(withoutIds(patch(paul(), de1))).isEqualTo(missing);
            assertThat(withoutIds(paul().post("/v1/rooms/" + de1 + "/unenroll")))
                    .isEqualTo(missing);
            for (String query : List.of(
                    "q=DE",
                    "country=DE",
                    "groupId=" + germany,
                    "customerId=" + borealis,
                    "status=UNENROLLED",
                    "groupId=" + Ids.next())) {
                paul().get("/v1/rooms?includeTotal=true&" + query)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(0))
                        .body("total", equalTo(0));
            }
            paul().get("/v1/rooms?includeTotal=true&groupId=" + headquarters)
                    .then()
                    .body("items.name", equalTo(List.of("US 1")))
                    .body("total", equalTo(1));
        }

        @Test
        void shouldChangeWhatItMay() {
            patch(paul(), us1).then().statusCode(200).body("name", equalTo("Renamed"));

            assertThat(names(walk(PartnerRoomsIT.this::paul, "/v1/rooms?limit=1")))
                    .containsExactly("Renamed", "US 2", "US 3");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{'location': {'country': 'DE'}} | location.country",
                    "{'location': {'city': 'Berlin'}} | location.city",
                    "{'location': {'country': 'nonexistent'}} | location.country",
                    "{'location': null} | location",
                    "{'name': 'New', 'location': {'floor': '2'}} | location.floor",
                    "{'externalId': 'A'} | externalId"
                })
        void shouldNotChangeWhatRulesAndImportsGoBy(String patch, String field) {
            paul().contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(patch.replace('\'', '"'))
                    .patch("/v1/rooms/" + us1)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString(field));
            scenario.admin(aurora)
                    .get("/v1/rooms/" + us1)
                    .then()
                    .body("name", equalTo("US 1"))
                    .body("location.country", equalTo("US"));
        }

        @Test
        void shouldSendBackUnchangedWhatItMayNotChange() {
            paul().contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body(
                            "{\"name\": \"New\", \"location\": {\"country\": \"US\", \"city\": null}, \"externalId\": null}")
                    .patch("/v1/rooms/" + us1)
                    .then()
                    .statusCode(200)
                    .body("name", equalTo("New"));
        }

        @Test
        void shouldNotDoWhatIsNotDelegable() {
            paul().post("/v1/rooms/" + us1 + "/unenroll")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("rooms:unenroll"));
            paul().contentType("application/json")
                    .body(Map.of("name", "New", "location", Map.of("country", "US")))
                    .post("/v1/rooms")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("rooms:create"));
        }

        @Test
        void shouldLoseARoomThatIsUnenrolled() {
            scenario.admin(aurora).post("/v1/rooms/" + us1 + "/unenroll").then().statusCode(200);

            paul().get("/v1/rooms/" + us1).then().statusCode(404);
            paul().get("/v1/rooms?status=UNENROLLED&status=ACTIVE&includeTotal=true")
                    .then()
                    .body("items.name", equalTo(List.of("US 2", "US 3")))
                    .body("total", equalTo(2));
            assertThat(scenario.admin(aurora).get("/v1/rooms/" + us1).<List<String>>path("groupIds"))
                    .containsExactlyInAnyOrder(us.toString(), headquarters.toString());
        }
    }

    @Nested
    class WithNames {

        @Test
        void shouldNameTheCustomerAndTheGroupsThatItMayRead() {
            paul().get("/v1/rooms/" + us1 + "?expand=customer,groups")
                    .then()
                    .statusCode(200)
                    .body("customer", equalTo(Map.of("id", aurora.toString(), "name", "Aurora")))
                    .body("groups.name", containsInAnyOrder("US", "Headquarters"))
                    .body("groups.id", containsInAnyOrder(us.toString(), headquarters.toString()));
            paul().get("/v1/rooms?expand=groups&fields=name&q=US 2")
                    .then()
                    .body(
                            "items",
                            equalTo(List.of(Map.of(
                                    "name", "US 2", "groups", List.of(Map.of("id", us.toString(), "name", "US"))))));
            paul().get("/v1/room-groups/" + us + "?expand=customer").then().body("customer.name", equalTo("Aurora"));
            paul().get("/v1/delegations/" + relationship.id() + "?expand=customer,partner")
                    .then()
                    .body("customer.name", equalTo("Aurora"))
                    .body("partner", equalTo(Map.of("id", meridian.toString(), "name", "Meridian")));
        }

        @Test
        void shouldNotNameGroupsToOneWhoMayNotReadThem() {
            scenario.inRelationship(relationship, "hanna", Scope.all(), List.of("rooms:view"));

            scenario.user(meridian, "hanna")
                    .get("/v1/rooms/" + us1 + "?expand=groups")
                    .then()
                    .statusCode(200)
                    .body("groupIds", hasSize(2))
                    .body("groups", hasSize(0));
        }
    }

    @Nested
    class WithAScopedRole {

        @Test
        void shouldSeeWhatRoleAndDelegationBothCover() {
            scenario.inRelationship(
                    relationship, "hanna", Scope.selected(List.of(us3), List.of(headquarters)), List.of("rooms:view"));

            assertThat(names(walk(() -> scenario.user(meridian, "hanna"), "/v1/rooms?limit=1")))
                    .containsExactly("US 1", "US 3");
            scenario.user(meridian, "hanna").get("/v1/rooms/" + us2).then().statusCode(404);
            scenario.user(meridian, "hanna").get("/v1/rooms/" + de1).then().statusCode(404);
            scenario.user(meridian, "hanna")
                    .get("/v1/rooms?includeTotal=true")
                    .then()
                    .body("total", equalTo(2));
        }

        @Test
        void shouldBeToldThePermissionThatIsMissing() {
            scenario.inRelationship(
                    relationship, "hanna", Scope.selected(List.of(), List.of(headquarters)), List.of("rooms:view"));

            patch(scenario.user(meridian, "hanna"), us1)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"))
                    .body("detail", containsString("rooms:modify"));
        }

        @Test
        void shouldSeeNothingThroughAScopeThatNamesNothing() {
            scenario.inRelationship(relationship, "hanna", Scope.selected(List.of(), List.of()), List.of("rooms:view"));

            scenario.user(meridian, "hanna")
                    .get("/v1/rooms?includeTotal=true")
                    .then()
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
            scenario.user(meridian, "hanna").get("/v1/rooms/" + us1).then().statusCode(404);
        }
    }

    @Nested
    class OverSeveralCustomers {

        @Test
        void shouldPageThroughAllAsOne() {
            for (String name : List.of("Andes", "US 2", "us 25", "Zagros")) {
                scenario.room(borealis, name, "CL");
            }
            scenario.room(meridian, "Own 1", "US");
            Relationship other = scenario.relationship(borealis, meridian, Scope.all());
            scenario.inRelationship(other, "paul", Scope.all(), List.of("rooms:view"));
            scenario.inTenant(meridian, "paul", Scope.all(), List.of("rooms:view"));

            assertThat(names(walk(PartnerRoomsIT.this::paul, "/v1/rooms?limit=3")))
                    .containsExactly("Andes", "Own 1", "US 1", "US 2", "US 2", "us 25", "US 3", "Zagros");
            assertThat(names(walk(PartnerRoomsIT.this::paul, "/v1/rooms?limit=1&view=PARTNER&sort=-name")))
                    .containsExactly("Zagros", "US 3", "us 25", "US 2", "US 2", "US 1", "Andes");
            assertThat(names(walk(PartnerRoomsIT.this::paul, "/v1/rooms?limit=2&sort=createdAt&customerId=" + aurora)))
                    .containsExactly("US 1", "US 2", "US 3");
            paul().get("/v1/rooms?includeTotal=true&limit=1&customerId=" + aurora + "&customerId=" + borealis)
                    .then()
                    .body("total", equalTo(7));
        }

        @Test
        void shouldNotLetRightsAtOneCountForAnother() {
            UUID theirs = scenario.room(borealis, "Andes", "CL");
            Relationship other = scenario.relationship(borealis, meridian, Scope.all());
            scenario.inRelationship(other, "paul", Scope.all(), List.of("rooms:view"));

            patch(paul(), theirs).then().statusCode(403).body("detail", containsString("rooms:modify"));
            patch(paul(), us1).then().statusCode(200);
        }

        @Test
        void shouldGiveNothingThroughAScopeThatNamesAnotherCustomersThings() {
            UUID theirs = scenario.room(borealis, "Andes", "CL");
            UUID theirGroup = scenario.group(borealis, "Chile", theirs);
            Relationship all = scenario.relationship(borealis, scenario.tenant("Solstice"), Scope.all());
            scenario.inRelationship(
                    relationship, "hanna", Scope.selected(List.of(theirs), List.of(theirGroup)), List.of("rooms:view"));
            scenario.inRelationship(
                    all, "sol", Scope.selected(List.of(us1), List.of(us)), List.of("rooms:view", "room-groups:view"));

            scenario.user(meridian, "hanna").get("/v1/rooms").then().body("items", hasSize(0));
            scenario.user(all.partner(), "sol")
                    .get("/v1/rooms?includeTotal=true")
                    .then()
                    .body("total", equalTo(0));
            scenario.user(all.partner(), "sol").get("/v1/room-groups").then().body("items", hasSize(0));
        }
    }

    @Nested
    class ByTheVersionOfAGroup {

        @Test
        void shouldNotLearnWhatHappensOutsideTheDelegation() {
            String group = "/v1/room-groups/" + headquarters;
            Response seen = paul().get(group);
            Response whole = scenario.admin(aurora).get(group);
            UUID de2 = scenario.room(aurora, "DE 2", "DE");

            scenario.admin(aurora)
                    .header("If-Match", whole.header("ETag"))
                    .put(group + "/rooms/" + de2)
                    .then()
                    .statusCode(200);

            paul().header("If-None-Match", seen.header("ETag"))
                    .get(group)
                    .then()
                    .statusCode(304)
                    .header("ETag", seen.header("ETag"));
            paul().get("/v1/room-groups").then().body("items.version", hasItem(seen.<String>path("version")));
            assertThat(scenario.admin(aurora).get(group).<String>path("version"))
                    .isNotEqualTo(whole.path("version"));
        }
    }

    @Nested
    class WhenItIsTakenAway {

        @Test
        void shouldLoseWhatTheDelegationLosesAtOnce() {
            put(Map.of("type", "SELECTED", "roomIds", List.of(us3))).then().statusCode(200);

            paul().get("/v1/rooms").then().body("items.name", equalTo(List.of("US 3")));
            paul().get("/v1/rooms/" + us1).then().statusCode(404);
            patch(paul(), us1).then().statusCode(404);

            put(Map.of("type", "ALL")).then().statusCode(200);

            paul().get("/v1/rooms?includeTotal=true").then().body("total", equalTo(4));
        }

        @Test
        void shouldNotBeToldThatAGroupIsAsItWas() {
            String group = "/v1/room-groups/" + us;
            Response before = paul().get(group);

            put(Map.of("type", "SELECTED", "roomIds", List.of(us3))).then().statusCode(200);

            Response after =
                    paul().header("If-None-Match", before.header("ETag")).get(group);
            after.then().statusCode(200).body("roomIds", equalTo(List.of(us3.toString())));
            assertThat(after.<String>path("version")).isNotEqualTo(before.path("version"));
        }

        @Test
        void shouldSeeNothingWhenTheLastGroupIsDeleted() {
            String group = "/v1/room-groups/" + us;
            String etag = scenario.admin(aurora).get(group).header("ETag");

            scenario.admin(aurora).header("If-Match", etag).delete(group).then().statusCode(204);

            paul().get("/v1/rooms?includeTotal=true")
                    .then()
                    .body("items", hasSize(0))
                    .body("total", equalTo(0));
            paul().get("/v1/rooms/" + us1).then().statusCode(404);
            scenario.admin(aurora)
                    .get("/v1/delegations/" + relationship.id())
                    .then()
                    .body("roomScope.type", equalTo("SELECTED"))
                    .body("roomScope.roomGroupIds", hasSize(0));
        }

        @Test
        void shouldSeeNothingWhileItIsSuspended() {
            scenario.status(relationship, Status.SUSPENDED);

            paul().get("/v1/rooms").then().statusCode(200).body("items", hasSize(0));
            assertThat(withoutIds(paul().get("/v1/rooms/" + us1)))
                    .isEqualTo(withoutIds(paul().get("/v1/rooms/" + Ids.next())));
            paul().get("/v1/room-groups").then().body("items", hasSize(0));

            scenario.status(relationship, Status.ACTIVE);

            paul().get("/v1/rooms").then().body("items", hasSize(3));
        }

        @Test
        void shouldSeeNothingAfterItsEndWhateverArrivesLate() {
            scenario.status(relationship, Status.TERMINATED);
            scenario.accepted(relationship, Scope.all());

            paul().get("/v1/rooms").then().body("items", hasSize(0));
            paul().get("/v1/rooms/" + us1).then().statusCode(404);
            scenario.admin(aurora)
                    .get("/v1/delegations/" + relationship.id())
                    .then()
                    .statusCode(404);
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(4));
        }

        @Test
        void shouldRefusePartnersAndNoOneElseWhenNothingIsHeardAnyMore() {
            scenario.hearNothingMore();

            await().atMost(SOON).until(() -> paul().get("/v1/rooms").statusCode() == 503);
            paul().get("/v1/rooms?view=PARTNER")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/access-data-stale"));
            paul().get("/v1/rooms?customerId=" + meridian).then().statusCode(200);
            paul().get("/v1/rooms/" + us1).then().statusCode(404);
            patch(paul(), us1).then().statusCode(404);
            scenario.admin(aurora).get("/v1/rooms").then().body("items", hasSize(4));
            patch(scenario.admin(aurora), us1).then().statusCode(200);
        }

        @Test
        void shouldNotSayThatThereIsNothingToWhoHasSeenIt() {
            String token = patch(scenario.admin(aurora), us1).header("Keyholder-Consistency");
            bringing(token).get("/v1/rooms/" + us1).then().statusCode(200);
            scenario.hearNothingMore();
            await().atMost(SOON).until(() -> paul().get("/v1/rooms").statusCode() == 503);

            for (UUID room : List.of(us1, UUID.randomUUID())) {
                bringing(token)
                        .get("/v1/rooms/" + room)
                        .then()
                        .statusCode(503)
                        .body("type", equalTo("/problems/access-data-stale"));
                patch(bringing(token), room).then().statusCode(503);
            }
            patch(scenario.admin(aurora).header("Keyholder-Consistency", token), us1)
                    .then()
                    .statusCode(200);
        }

        private RequestSpecification bringing(String token) {
            return paul().header("Keyholder-Consistency", token);
        }
    }

    private RequestSpecification paul() {
        return scenario.user(meridian, "paul");
    }

    private Response put(Map<String, Object> scope) {
        return scenario.admin(aurora)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(Map.of("roomScope", scope))
                .put("/v1/delegations/" + relationship.id());
    }

    private static Response patch(RequestSpecification by, UUID room) {
        return by.contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("name", "Renamed"))
                .patch("/v1/rooms/" + room);
    }
}
