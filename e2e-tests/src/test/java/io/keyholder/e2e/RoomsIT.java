package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.csvOfRooms;
import static io.keyholder.e2e.actors.Bodies.room;
import static io.keyholder.e2e.actors.Bodies.roomGroups;
import static io.keyholder.e2e.actors.Bodies.rooms;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoomsIT {

    private World world;
    private Organisation customer;
    private Actor admin;

    @BeforeEach
    void aCustomer() {
        world = new World();
        customer = world.customer("Aurora");
        admin = customer.globalAdmin();
    }

    @Nested
    class Rooms {

        @Test
        void shouldBeMadeReadAndChanged() {
            Map<String, Object> location =
                    Map.of("country", "US", "state", "NY", "city", "New York", "building", "Main", "floor", "7");
            Answer made = admin.post("/rooms", Map.of("name", "Hudson", "location", location, "capacity", 12))
                    .is(201);
            String path = "/rooms/" + made.id();

            assertThat(made.header("Location")).endsWith("/v1" + path);
            assertThat(made.<Map<String, Object>>value("location")).isEqualTo(location);
            assertThat(made.<Integer>value("capacity")).isEqualTo(12);
            assertThat(made.text("tenantId")).isEqualTo(customer.id());
            assertThat(made.texts("groupIds")).isEmpty();
            assertThat(admin.get(path).is(200).body()).isEqualTo(made.body());
            assertThat(admin.get(path).etag()).isEqualTo(made.etag());

            Map<String, Object> patch = with(with(Map.of(), "capacity", 14), "location", Map.of("floor", "8"));
            Answer changed = admin.patchCurrent(path, patch).is(200);
            assertThat(changed.text("location.floor")).isEqualTo("8");
            assertThat(changed.text("location.city"))
                    .as("a merge patch keeps what it does not name")
                    .isEqualTo("New York");
            assertThat(changed.etag()).isNotEqualTo(made.etag()).isEqualTo(admin.etag(path));
        }

        @Test
        void shouldTakeAwayWhatAMergePatchSetsToNull() {
            Answer made = admin.post(
                            "/rooms",
                            Map.of(
                                    "name",
                                    "Hudson",
                                    "location",
                                    Map.of("country", "US", "city", "NYC"),
                                    "capacity",
                                    12))
                    .is(201);
            String path = "/rooms/" + made.id();

            Answer changed = admin.patchCurrent(path, "{\"capacity\":null,\"location\":{\"city\":null}}")
                    .is(200);

            assertThat(changed.<Object>value("capacity")).isNull();
            assertThat(changed.<Object>value("location.city")).isNull();
            assertThat(changed.text("location.country")).isEqualTo("US");
            admin.patchCurrent(path, "{\"name\":null}").isInvalidAt("name");
            admin.patchCurrent(path, "{\"location\":null}").isInvalidAt("location");
        }

        @Test
        void shouldNameEachFieldThatIsWrong() {
            admin.post("/rooms", Map.of()).isInvalidAt("name").isInvalidAt("location");
            admin.post("/rooms", room("", "US")).isInvalidAt("name");
            admin.post("/rooms", room("One", "Atlantis")).isInvalidAt("location.country");
            admin.post("/rooms", with(room("One", "US"), "capacity", -1)).isInvalidAt("capacity");
            admin.post("/rooms", with(room("One", "US"), "capacity", "many")).isInvalidAt("capacity");
            admin.post("/rooms", with(room("One", "US"), "groupIds", List.of())).isInvalidAt("groupIds");
            admin.post("/rooms", with(room("One", "US"), "colour", "red")).isInvalidAt("colour");
            admin.post("/rooms", Map.of("name", "One", "location", Map.of("country", "US", "planet", "Mars")))
                    .isInvalidAt("location.planet");
            String path = "/rooms/" + customer.room("One", "US");
            admin.patchCurrent(path, Map.of("groupIds", List.of())).isInvalidAt("groupIds");
            admin.patchCurrent(path, Map.of("tenantId", customer.id())).isInvalidAt("tenantId");
        }

        @Test
        void shouldBeFilteredSearchedAndSorted() {
            String hudson = customer.room("Hudson", "US");
            String spree = customer.room("Spree", "DE");
            String elbe = customer.room("elbe", "DE");
            String group = customer.roomGroup("Rivers", hudson, elbe);

            assertThat(found("country=DE&sort=name")).containsExactly(elbe, spree);
            assertThat(found("country=DE&country=US&sort=-name")).containsExactly(spree, hudson, elbe);
            assertThat(found("groupId=" + group + "&sort=name")).containsExactly(elbe, hudson);
            assertThat(found("q=SPR")).containsExactly(spree);
            assertThat(found("q=%25")).isEmpty();
            assertThat(found("customerId=" + customer.id())).hasSize(3);
            assertThat(found("customerId=" + Missing.id())).isEmpty();
            assertThat(found("view=PARTNER")).isEmpty();
            admin.get("/rooms?country=Atlantis").isInvalidAt("country");
            admin.get("/rooms?view=ALL").isInvalidAt("view");
            admin.get("/rooms?sort=colour").isInvalidAt("sort");
            admin.get("/rooms?customerId=me").isInvalidAt("customerId");
        }

        @Test
        void shouldNoLongerBeManagedWhenUnenrolled() {
            String room = customer.room("Hudson", "US");
            String group = customer.roomGroup("Rivers", room);

            admin.post("/rooms/" + room + "/unenroll").is(200);

            assertThat(found("")).isEmpty();
            assertThat(admin.get("/room-groups/" + group).is(200).texts("roomIds"))
                    .isEmpty();
        }

        private List<String> found(String query) {
            return admin.get(query.isEmpty() ? "/rooms" : "/rooms?" + query)
                    .is(200)
                    .ids();
        }
    }

    @Nested
    class Import {

        @Test
        void shouldTakeHundredsAtOnce() {
            Answer answer = admin.importRooms(csvOfRooms("Room", 300, "US")).is(201);

            assertThat(answer.<Integer>value("created")).isEqualTo(300);
            assertThat(answer.header("Keyholder-Consistency").length()).isLessThan(4096);
            assertThat(admin.all("/rooms?limit=200")).hasSize(300);
        }

        @Test
        void shouldTakeAllOrNothing() {
            String csv = csvOfRooms("Room", 3, "US") + "Broken,Atlantis,,,,,4\n" + ",US,,,,,\n";

            Answer answer = admin.importRooms(csv).is(400);

            assertThat(answer.texts("violations.field")).contains("line 5", "line 6");
            assertThat(admin.get("/rooms").is(200).ids()).isEmpty();
        }

        @Test
        void shouldTakeQuotedAndEmptyFields() {
            admin.importRooms("name,country,state,city,building,floor,capacity\r\n\"Big, \"\"Blue\"\"\",US,,,,,\r\n")
                    .is(201);

            Map<String, Object> room = admin.all("/rooms").getFirst();
            assertThat(room).containsEntry("name", "Big, \"Blue\"").containsEntry("location", Map.of("country", "US"));
        }

        @Test
        void shouldTakeLinesOfJson() {
            Answer answer = admin.importRooms("application/x-ndjson", """
                    {"name":"One","location":{"country":"US"},"capacity":4}
                    {"name":"Two","location":{"country":"DE","city":"Berlin"}}
                    """);

            assertThat(answer.is(201).<Integer>value("created")).isEqualTo(2);
            assertThat(admin.get("/rooms?country=DE").is(200).texts("items.location.city"))
                    .containsExactly("Berlin");
        }

        @Test
        void shouldRefuseOtherColumnsAndTypes() {
            admin.importRooms("name,colour\nOne,red\n").is(400);
            admin.importRooms("").is(400);
            admin.post("/rooms/import", List.of()).is(415);
            customer.user("arne").importRooms("nonsense").isForbiddenFor("rooms:create");
        }
    }

    @Nested
    class Groups {

        @Test
        void shouldBeMadeReadChangedAndDeleted() {
            String one = customer.room("One", "US");
            String two = customer.room("Two", "US");
            Answer made = admin.post(
                            "/room-groups", Map.of("name", "Pair", "description", "Two", "roomIds", List.of(one)))
                    .is(201);
            String path = "/room-groups/" + made.id();

            Answer changed = admin.patchCurrent(
                            path, "{\"description\":null,\"roomIds\":[\"%s\",\"%s\"]}".formatted(one, two))
                    .is(200);

            assertThat(changed.texts("roomIds")).containsExactlyInAnyOrder(one, two);
            assertThat(changed.<Object>value("description")).isNull();
            assertThat(admin.get("/rooms/" + two).is(200).texts("groupIds")).containsExactly(made.id());
            assertThat(admin.get("/room-groups?q=pai").is(200).ids()).containsExactly(made.id());
            admin.deleteCurrent(path).is(204);
            admin.get(path).isNotFound();
            assertThat(admin.get("/rooms/" + two).is(200).texts("groupIds")).isEmpty();
        }

        @Test
        void shouldAddAndRemoveOneRoom() {
            String one = customer.room("One", "US");
            String group = "/room-groups/" + customer.roomGroup("Group");

            admin.put(group + "/rooms/" + one, admin.etag(group)).isOneOf(200, 201, 204);
            assertThat(admin.get(group).is(200).texts("roomIds")).containsExactly(one);
            admin.put(group + "/rooms/" + one, "\"0\"").isProblem(412, "precondition-failed");
            admin.send("PUT", group + "/rooms/" + one, admin.request()).isProblem(428, "precondition-required");
            admin.put(group + "/rooms/" + Missing.id(), admin.etag(group)).isNotFound();
            admin.delete(group + "/rooms/" + one, admin.etag(group)).is(204);
            assertThat(admin.get(group).is(200).texts("roomIds")).isEmpty();
        }

        @Test
        void shouldHoldRoomsOfTheTenantAlone() {
            String foreign = world.customer("Borealis").room("Theirs", "CA");

            Answer theirs = admin.post("/room-groups", Map.of("name", "G", "roomIds", List.of(foreign)))
                    .isInvalidAt("roomIds");
            Answer nobodys = admin.post("/room-groups", Map.of("name", "G", "roomIds", List.of(Missing.id())))
                    .isInvalidAt("roomIds");

            assertThat(theirs.withoutInstance().replaceAll("[0-9a-f-]{36}", ""))
                    .isEqualTo(nobodys.withoutInstance().replaceAll("[0-9a-f-]{36}", ""));
        }

        @Test
        void shouldNameEachFieldThatIsWrong() {
            admin.post("/room-groups", Map.of("roomIds", List.of())).isInvalidAt("name");
            admin.post("/room-groups", Map.of("name", "G", "roomIds", List.of("one")))
                    .isInvalidAt("roomIds");
            admin.post("/room-groups", Map.of("name", "G", "colour", "red")).isInvalidAt("colour");
        }
    }

    @Nested
    class Delegated {

        private Organisation partner;
        private Actor paul;
        private String one;
        private String two;
        private String three;
        private String pair;
        private String rest;
        private Partnership partnership;

        @BeforeEach
        void aPartnership() {
            partner = world.partner("Meridian");
            paul = partner.user("paul");
            one = customer.room("One", "US");
            two = customer.room("Two", "US");
            three = customer.room("Three", "DE");
            pair = customer.roomGroup("Pair", one, two);
            rest = customer.roomGroup("Rest", two, three);
            partnership = customer.entrust(partner, roomGroups(pair), paul);
        }

        @Test
        void shouldBeTheDelegatedRoomsAndNoOthers() {
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("One", "Two");
            paul.get("/rooms/" + three).isNotFound();
            paul.patch("/rooms/" + three, "\"1\"", Map.of("capacity", 3)).isNotFound();
            paul.patch("/rooms/" + three, "\"1\"", "not json").isNotFound();
            paul.post("/rooms/" + three + "/unenroll").isNotFound();
            assertThat(paul.get("/rooms?q=Three&includeTotal=true").is(200).total())
                    .isZero();
            assertThat(paul.get("/rooms?groupId=" + rest).is(200).ids()).containsExactly(two);
        }

        @Test
        void shouldShowOfAGroupWhatTheCallerSees() {
            Answer whole = paul.get("/room-groups/" + pair).is(200);
            Answer part = paul.get("/room-groups/" + rest).is(200);

            assertThat(whole.texts("roomIds")).containsExactlyInAnyOrder(one, two);
            assertThat(part.texts("roomIds")).containsExactly(two);
            assertThat(paul.get("/rooms/" + two).is(200).texts("groupIds")).containsExactlyInAnyOrder(pair, rest);
            assertThat(paul.get("/room-groups?sort=name").is(200).texts("items.name"))
                    .containsExactly("Pair", "Rest");
            assertThat(paul.get("/room-groups").is(200).body()).doesNotContain(three);
        }

        @Test
        void shouldNotShowGroupsOfHiddenRooms() {
            String hidden = customer.roomGroup("Hidden", three);

            paul.get("/room-groups/" + hidden).isNotFound();
            assertThat(paul.get("/room-groups?includeTotal=true").is(200).total())
                    .isEqualTo(2);
            assertThat(paul.get("/rooms?groupId=" + hidden).is(200).ids()).isEmpty();
        }

        @Test
        void shouldNotBeWidenedThroughAGroup() {
            paul.put("/room-groups/" + pair + "/rooms/" + three, paul.etag("/room-groups/" + pair))
                    .isOneOf(403, 404);
            paul.patchCurrent("/room-groups/" + pair, Map.of("roomIds", List.of(one, two, three)))
                    .isForbiddenFor("room-groups:modify");
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("One", "Two");
        }

        @Test
        void shouldFollowTheGroupsMembers() {
            admin.put("/room-groups/" + pair + "/rooms/" + three, admin.etag("/room-groups/" + pair))
                    .isOneOf(200, 201, 204);
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("One", "Three", "Two");

            admin.delete("/room-groups/" + pair + "/rooms/" + one, admin.etag("/room-groups/" + pair))
                    .is(204);
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("Three", "Two");
        }

        @Test
        void shouldBeNothingWhenTheGroupIsGone() {
            admin.deleteCurrent("/room-groups/" + pair).is(204);

            assertThat(partnership.roomsSeenBy(paul)).isEmpty();
        }

        @Test
        void shouldBeChangedByTheCustomerAndReadByBoth() {
            String path = partnership.delegation();

            assertThat(paul.get(path).is(200).texts("roomScope.roomGroupIds")).containsExactly(pair);
            paul.putCurrent(path, Map.of("roomScope", all())).is(403);
            customer.user("arne").get(path).isOneOf(403, 404);
            world.customer("Borealis").globalAdmin().get(path).isNotFound();
            partner.user("nina").get(path).isOneOf(403, 404);
            Answer before = admin.get(path).is(200);
            Answer after = admin.put(path, before.etag(), Map.of("roomScope", rooms(three)))
                    .is(200);
            assertThat(after.text("relationshipId")).isEqualTo(partnership.id());
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("Three");
            admin.put(path, before.etag(), Map.of("roomScope", all())).isProblem(412, "precondition-failed");
            admin.putCurrent(path, Map.of("roomScope", rooms(Missing.id()))).isInvalidAt("roomScope");
            admin.putCurrent(path, Map.of("roomScope", all(), "colour", "red")).isInvalidAt("colour");
            admin.putCurrent(path, Map.of()).isInvalidAt("roomScope");
            partnership.delegate(all());
            assertThat(partnership.roomsSeenBy(paul)).containsExactly("One", "Three", "Two");
        }

        @Test
        void shouldMeanNothingWithAnEmptySelection() {
            partnership.delegate(Map.of("type", "SELECTED", "roomIds", List.of(), "roomGroupIds", List.of()));

            assertThat(partnership.roomsSeenBy(paul)).isEmpty();
        }

        @Test
        void shouldSeeNewRoomsWhenAllAreDelegated() {
            partnership.delegate(all());

            customer.room("Four", "US");

            assertThat(partnership.roomsSeenBy(paul)).containsExactly("Four", "One", "Three", "Two");
        }

        @Test
        void shouldLeaveThePartnersOwnRoomsToItsOwnRoles() {
            String own = partner.room("Own", "US");

            paul.get("/rooms/" + own).isNotFound();
            assertThat(partner.globalAdmin().get("/rooms").is(200).ids()).containsExactly(own);
            assertThat(partner.globalAdmin().get("/rooms?view=PARTNER").is(200).ids())
                    .isEmpty();
        }

        @Test
        void shouldPageAllCustomersAsOneList() {
            Organisation second = world.customer("Borealis");
            second.globalAdmin().importRooms(csvOfRooms("Room", 9, "CA")).is(201);
            second.entrust(partner, all(), paul);

            List<Map<String, Object>> walked = paul.all("/rooms?limit=4&sort=-name");

            assertThat(walked)
                    .extracting(room -> room.get("name"))
                    .startsWith("Two", "Room 009", "Room 008")
                    .endsWith("Room 001", "One")
                    .hasSize(11);
        }
    }
}
