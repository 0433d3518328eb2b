package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static io.keyholder.e2e.actors.Bodies.assignment;
import static io.keyholder.e2e.actors.Bodies.group;
import static io.keyholder.e2e.actors.Bodies.invitation;
import static io.keyholder.e2e.actors.Bodies.role;
import static io.keyholder.e2e.actors.Bodies.roomGroups;
import static io.keyholder.e2e.actors.Bodies.rooms;
import static io.keyholder.e2e.actors.Bodies.user;
import static io.keyholder.e2e.actors.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.AtOnce;
import io.keyholder.e2e.actors.Missing;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RolesIT {

    private World world;
    private Organisation customer;
    private Organisation partner;
    private Actor admin;
    private Actor paul;
    private Partnership partnership;
    private String room;
    private String other;
    private String roomGroup;

    @BeforeEach
    void aPartnership() {
        world = new World();
        customer = world.customer("Aurora");
        partner = world.partner("Meridian");
        admin = customer.globalAdmin();
        paul = partner.user("paul");
        room = customer.room("One", "US");
        other = customer.room("Two", "US");
        roomGroup = customer.roomGroup("Just one", room);
        partnership = customer.entrust(partner, all(), paul);
    }

    private Map<String, Object> relationshipRole(String name, String... permissions) {
        return with(role(name, permissions), "relationshipId", partnership.id());
    }

    @Nested
    class BuiltIn {

        @Test
        void shouldBeThoseOfTheContext() {
            List<Map<String, Object>> own = admin.all("/roles");
            List<Map<String, Object>> theirs = paul.all("/roles?relationshipId=" + partnership.id());

            assertThat(own.stream().map(found -> (String) found.get("key")))
                    .containsExactlyInAnyOrder(
                            "managed-service-administrator", "site-lead", "site-tech", "tenant-manager");
            assertThat(own)
                    .allSatisfy(found -> assertThat(found)
                            .containsEntry("type", "BUILT_IN")
                            .containsEntry("tenantId", customer.id())
                            .doesNotContainKey("relationshipId"));
            assertThat(theirs)
                    .singleElement()
                    .satisfies(found -> assertThat(found)
                            .containsEntry("key", "primary-admin")
                            .containsEntry("relationshipId", partnership.id()));
            assertThat(admin.get("/roles?key=site-tech").is(200).texts("items.key"))
                    .containsExactly("site-tech");
        }

        @Test
        void shouldNotChange() {
            for (String key : List.of("managed-service-administrator", "site-lead", "site-tech", "tenant-manager")) {
                String path =
                        "/roles/" + admin.get("/roles?key=" + key).is(200).ids().getFirst();
                String before = admin.get(path).is(200).body();

                admin.patchCurrent(path, Map.of("name", "Mine")).isProblem(409, "built-in-role");
                admin.patchCurrent(path, Map.of("description", "Mine")).isProblem(409, "built-in-role");
                admin.patchCurrent(path, Map.of("permissions", List.of("rooms:view")))
                        .isProblem(409, "built-in-role");
                admin.deleteCurrent(path).isProblem(409, "built-in-role");

                assertThat(admin.get(path).is(200).body()).isEqualTo(before);
            }
        }

        @Test
        void shouldNotChangeForThePartnerNorForTheCustomer() {
            String path = "/roles/" + partnership.primaryAdminRole();

            paul.patchCurrent(path, Map.of("permissions", List.of("rooms:view")))
                    .isProblem(409, "built-in-role");
            paul.deleteCurrent(path).isProblem(409, "built-in-role");
            admin.deleteCurrent(path).isOneOf(403, 409);
        }
    }

    @Nested
    class Custom {

        @Test
        void shouldBeMadeReadChangedAndDeleted() {
            Answer made = admin.post("/roles", with(role("Night shift", "rooms:view"), "description", "By night"))
                    .is(201);
            String path = "/roles/" + made.id();
            assertThat(made.header("Location")).endsWith("/v1" + path);
            assertThat(made.text("type")).isEqualTo("CUSTOM");
            assertThat(made.text("tenantId")).isEqualTo(customer.id());

            Answer changed = admin.patchCurrent(path, Map.of("permissions", List.of("rooms:view", "rooms:modify")))
                    .is(200);
            assertThat(changed.texts("permissions")).containsExactlyInAnyOrder("rooms:view", "rooms:modify");
            assertThat(changed.text("description")).isEqualTo("By night");

            admin.deleteCurrent(path).is(204);
            admin.get(path).isNotFound();
        }

        @Test
        void shouldHaveANameOfItsOwnInItsContext() {
            admin.post("/roles", role("Help desk", "rooms:view")).is(201);

            admin.post("/roles", role("Help desk", "rooms:view")).isProblem(409, "role-name-taken");
            paul.post("/roles", relationshipRole("Help desk", "rooms:view")).is(201);
            paul.post("/roles", relationshipRole("Help desk", "rooms:view")).isProblem(409, "role-name-taken");
            String second =
                    admin.post("/roles", role("Second", "rooms:view")).is(201).id();
            admin.patchCurrent("/roles/" + second, Map.of("name", "Help desk")).isProblem(409, "role-name-taken");
        }

        @Test
        void shouldLetOneOfTwoOfTheSameNameAtOncePass() throws Exception {
            List<Answer> answers = AtOnce.send(
                    () -> admin.post("/roles", role("Twin", "rooms:view")),
                    () -> admin.post("/roles", role("Twin", "rooms:view")));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        }

        @Test
        void shouldHoldKnownPermissions() {
            admin.post("/roles", role("Odd", "rooms:paint")).isInvalidAt("permissions");
            admin.post("/roles", Map.of("permissions", List.of("rooms:view"))).isInvalidAt("name");
            admin.post("/roles", role("", "rooms:view")).isInvalidAt("name");
            admin.post("/roles", with(role("Odd", "rooms:view"), "type", "BUILT_IN"))
                    .isInvalidAt("type");
            admin.post("/roles", with(role("Odd", "rooms:view"), "colour", "red"))
                    .isInvalidAt("colour");
        }

        @Test
        void shouldNeverHoldMoreInARelationshipThanThePrimaryAdmin() {
            for (String permission : List.of(
                    "rooms:create",
                    "rooms:unenroll",
                    "room-groups:modify",
                    "settings:view",
                    "partners:view",
                    "audit:view")) {
                paul.post("/roles", relationshipRole("Too much", "rooms:view", permission))
                        .isOneOf(400, 403, 409);
            }
            String small = partnership.role("Small", "rooms:view");
            paul.patchCurrent("/roles/" + small, Map.of("permissions", List.of("rooms:create")))
                    .isOneOf(400, 403, 409);
            assertThat(paul.all("/roles?relationshipId=" + partnership.id())).hasSize(2);
        }

        @Test
        void shouldBeReadAndDeletedByTheCustomerButNotMadeOrChanged() {
            String desk = partnership.role("Help desk", "rooms:view");
            Actor hana = partner.user("hana");
            String given = partnership.assign(desk, all(), hana);

            assertThat(admin.get("/roles?relationshipId=" + partnership.id())
                            .is(200)
                            .ids())
                    .contains(desk);
            assertThat(admin.get("/roles/" + desk + "/assignments").is(200).ids())
                    .containsExactly(given);
            assertThat(admin.get("/assignments/" + given).is(200).texts("members.id"))
                    .containsExactly("hana");
            admin.post("/roles", relationshipRole("Ours", "rooms:view")).is(403);
            admin.patchCurrent("/roles/" + desk, Map.of("name", "Ours")).is(403);
            admin.post("/roles/" + desk + "/assignments", assignment("Ours", all(), user(hana)))
                    .is(403);
            admin.patchCurrent("/assignments/" + given, Map.of("name", "Ours")).is(403);

            admin.deleteCurrent("/roles/" + desk).is(204);

            assertThat(partnership.roomsSeenBy(hana)).isEmpty();
            paul.get("/roles/" + desk).isNotFound();
            paul.get("/assignments/" + given).isNotFound();
        }

        @Test
        void shouldTakeEffectAtOnceWhenNarrowedOrTakenAway() {
            Actor hana = partner.user("hana");
            String desk = partnership.role("Help desk", "rooms:view", "rooms:modify");
            String given = partnership.assign(desk, all(), hana);
            hana.patchCurrent("/rooms/" + room, Map.of("capacity", 3)).is(200);

            paul.patchCurrent("/roles/" + desk, Map.of("permissions", List.of("rooms:view")))
                    .is(200);
            hana.patchCurrent("/rooms/" + room, Map.of("capacity", 4)).isForbiddenFor("rooms:modify");

            admin.deleteCurrent("/assignments/" + given).is(204);
            hana.get("/rooms/" + room).isNotFound();
        }

        @Test
        void shouldNotBeKnownToOthers() {
            String desk = partnership.role("Help desk", "rooms:view");
            String own =
                    admin.post("/roles", role("Ours", "rooms:view")).is(201).id();

            paul.get("/roles/" + own).isNotFound();
            world.customer("Borealis").globalAdmin().get("/roles/" + desk).isNotFound();
            world.customer("Borealis")
                    .globalAdmin()
                    .get("/roles?relationshipId=" + partnership.id())
                    .isNotFound();
            customer.user("arne").get("/roles/" + own).isOneOf(403, 404);
        }
    }

    @Nested
    class Assignments {

        @Test
        void shouldGiveTheRoleOverItsScopeAlone() {
            Actor hana = partner.user("hana");
            String desk = partnership.role("Help desk", "rooms:view");

            Answer made = paul.post(
                            "/roles/" + desk + "/assignments",
                            with(
                                    assignment("Desk", roomGroups(roomGroup), user(hana), group("desk")),
                                    "emailNotifications",
                                    true))
                    .is(201);

            assertThat(made.text("roleId")).isEqualTo(desk);
            assertThat(made.<Boolean>value("emailNotifications")).isTrue();
            assertThat(made.texts("members.id")).containsExactlyInAnyOrder("hana", "desk");
            assertThat(made.texts("scope.roomGroupIds")).containsExactly(roomGroup);
            assertThat(partnership.roomsSeenBy(hana)).containsExactly("One");
            assertThat(partnership.roomsSeenBy(partner.user("hugo", "desk"))).containsExactly("One");
            assertThat(partnership.roomsSeenBy(partner.user("hugo", "other"))).isEmpty();
        }

        @Test
        void shouldAddUpWhatSeveralGive() {
            Actor hana = partner.user("hana");
            partnership.assign(partnership.role("Viewer", "rooms:view"), all(), hana);
            partnership.assign(partnership.role("Editor", "rooms:view", "rooms:modify"), rooms(room), hana);

            hana.patchCurrent("/rooms/" + room, Map.of("capacity", 3)).is(200);
            hana.patchCurrent("/rooms/" + other, Map.of("capacity", 3)).isForbiddenFor("rooms:modify");
        }

        @Test
        void shouldAddAndRemoveMembers() {
            String desk = partnership.role("Help desk", "rooms:view");
            String path = "/assignments/" + partnership.assign(desk, all(), partner.user("hana"));
            Actor odd = partner.user("auth0|17");
            String member = path + "/members/USER/auth0%7C17";

            String stale = paul.etag(path);
            paul.put(member, stale).isOneOf(200, 201, 204);
            assertThat(partnership.roomsSeenBy(odd)).hasSize(2);
            paul.delete(member, stale).isProblem(412, "precondition-failed");
            paul.delete(member, paul.etag(path)).is(204);

            assertThat(partnership.roomsSeenBy(odd)).isEmpty();
            assertThat(paul.get(path).is(200).texts("members.id")).containsExactly("hana");
            paul.put(path + "/members/ROBOT/r2", paul.etag(path)).isOneOf(400, 404);
        }

        @Test
        void shouldBeFoundByPrincipal() {
            String desk = partnership.role("Help desk", "rooms:view");
            String given = partnership.assign(desk, all(), partner.user("hana"));
            String query = "/assignments?relationshipId=" + partnership.id();

            assertThat(paul.get(query + "&principalType=USER&principalId=hana")
                            .is(200)
                            .ids())
                    .containsExactly(given);
            assertThat(paul.get(query + "&principalType=GROUP&principalId=hana")
                            .is(200)
                            .ids())
                    .isEmpty();
            assertThat(paul.get(query + "&includeTotal=true").is(200).total()).isEqualTo(2);
            paul.get(query + "&principalType=ROBOT").isInvalidAt("principalType");
        }

        @Test
        void shouldTakePrincipalsOfThePartnerAndRoomsOfTheCustomerAlone() {
            String desk = "/roles/" + partnership.role("Help desk", "rooms:view") + "/assignments";
            Map<String, Object> hana = user(partner.user("hana"));

            paul.post(desk, assignment("A", all(), with(hana, "tenantId", customer.id())))
                    .isInvalidAt("members");
            paul.post(desk, assignment("A", rooms(Missing.id()), hana)).isInvalidAt("scope");
            paul.post(desk, assignment("A", rooms(partner.room("Own", "US")), hana))
                    .isInvalidAt("scope");
            paul.post(desk, assignment("A", Map.of("type", "SOME"), hana)).isInvalidAt("scope");
            paul.post(desk, with(assignment("A", all(), hana), "name", null)).isInvalidAt("name");
            paul.post(desk, assignment("A", all(), with(hana, "tenantId", partner.id())))
                    .is(201);
        }

        @Test
        void shouldNotTellWhetherARoomOutsideTheDelegationExists() {
            partnership.delegate(rooms(room));
            String desk = "/roles/" + partnership.role("Help desk", "rooms:view") + "/assignments";
            Map<String, Object> hana = user(partner.user("hana"));

            Answer hidden = paul.post(desk, assignment("A", rooms(other), hana)).is(400);
            Answer missing =
                    paul.post(desk, assignment("A", rooms(Missing.id()), hana)).is(400);

            assertThat(hidden.withoutInstance().replaceAll("[0-9a-f-]{36}", ""))
                    .isEqualTo(missing.withoutInstance().replaceAll("[0-9a-f-]{36}", ""));
        }

        @Test
        void shouldMeanNothingWithAnEmptySelection() {
            Actor hana = partner.user("hana");
            partnership.assign(
                    partnership.role("Help desk", "rooms:view"),
                    Map.of("type", "SELECTED", "roomIds", List.of(), "roomGroupIds", List.of()),
                    hana);

            assertThat(partnership.roomsSeenBy(hana)).isEmpty();
        }

        @Test
        void shouldNotShowDisplayNamesToTheOtherTenant() {
            String desk = partnership.role("Help desk", "rooms:view");
            Map<String, Object> hana = with(user(partner.user("hana")), "displayName", "Hana Hartmann");
            String path = "/assignments/"
                    + paul.post("/roles/" + desk + "/assignments", assignment("Desk", all(), hana))
                            .is(201)
                            .id();

            assertThat(paul.get(path).is(200).body()).contains("Hana Hartmann");
            assertThat(admin.get(path).is(200).body()).contains("hana").doesNotContain("Hartmann");
        }
    }

    @Nested
    class LastPrimaryAdmin {

        private String path() {
            return "/assignments/"
                    + paul.get("/assignments?relationshipId=" + partnership.id()
                                    + "&principalType=USER&principalId=paul")
                            .is(200)
                            .ids()
                            .getFirst();
        }

        @Test
        void shouldNotBeRemovedByAnyone() {
            String path = path();

            for (Actor any : List.of(paul, admin)) {
                any.delete(path + "/members/USER/paul", any.etag(path)).isOneOf(any == paul ? 409 : 403, 409);
                any.deleteCurrent(path).isProblem(409, "last-primary-admin");
            }
            paul.patchCurrent(path, Map.of("scope", rooms(room))).isProblem(409, "last-primary-admin");
            paul.patchCurrent(path, Map.of("members", List.of())).isOneOf(400, 409);
            assertThat(partnership.roomsSeenBy(paul)).hasSize(2);
        }

        @Test
        void shouldGoOnceThereIsAnother() {
            Actor petra = partner.user("petra");
            String path = path();
            partnership.assign(partnership.primaryAdminRole(), all(), petra);

            paul.deleteCurrent(path).is(204);

            assertThat(partnership.roomsSeenBy(paul)).isEmpty();
            assertThat(partnership.roomsSeenBy(petra)).hasSize(2);
        }

        @Test
        void shouldNotCountOneOverSelectedRoomsAsAnother() {
            partnership.assign(partnership.primaryAdminRole(), rooms(room), partner.user("petra"));

            paul.deleteCurrent(path()).isProblem(409, "last-primary-admin");
        }

        @Test
        void shouldStayWhenTwoAreRemovedAtOnce() throws Exception {
            String first = path();
            String second =
                    "/assignments/" + partnership.assign(partnership.primaryAdminRole(), all(), partner.user("petra"));
            String etagOfFirst = admin.etag(first);
            String etagOfSecond = admin.etag(second);

            List<Answer> answers =
                    AtOnce.send(() -> admin.delete(first, etagOfFirst), () -> admin.delete(second, etagOfSecond));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
        }
    }

    @Nested
    class NoEscalation {

        @Test
        void shouldNotGrantWhatOneDoesNotHold() {
            Actor lena = partner.user("lena");
            partnership.assign(partnership.role("Lead", "rooms:view", "roles:view", "roles:modify"), all(), lena);
            String editor = partnership.role("Editor", "rooms:view", "rooms:modify");
            String viewer = partnership.role("Viewer", "rooms:view");
            Map<String, Object> hana = user(partner.user("hana"));

            lena.post("/roles/" + viewer + "/assignments", assignment("Ok", all(), hana))
                    .is(201);
            lena.post("/roles/" + editor + "/assignments", assignment("Not", all(), hana))
                    .isForbiddenFor("rooms:modify");
            lena.post("/roles/" + partnership.primaryAdminRole() + "/assignments", assignment("Not", all(), hana))
                    .is(403);
            lena.patchCurrent("/roles/" + viewer, Map.of("permissions", List.of("rooms:view", "rooms:modify")))
                    .isForbiddenFor("rooms:modify");
        }

        @Test
        void shouldNotGrantOverMoreThanOneHoldsItself() {
            Actor lena = partner.user("lena");
            String viewer = partnership.role("Viewer", "rooms:view");
            partnership.assign(partnership.role("Lead", "roles:view", "roles:modify"), all(), lena);
            String small = partnership.assign(viewer, roomGroups(roomGroup), lena);
            Map<String, Object> hana = user(partner.user("hana"));

            lena.post("/roles/" + viewer + "/assignments", assignment("All", all(), hana))
                    .is(403);
            lena.post("/roles/" + viewer + "/assignments", assignment("Two", rooms(other), hana))
                    .isOneOf(400, 403);
            lena.patchCurrent("/assignments/" + small, Map.of("scope", all())).is(403);
            lena.post("/roles/" + viewer + "/assignments", assignment("One", roomGroups(roomGroup), hana))
                    .is(201);
        }

        @Test
        void shouldKeepTenantManagersForThoseWhoMayNameThem() {
            Actor rita = customer.user("rita");
            String roles = admin.post("/roles", role("Role desk", "roles:view", "roles:modify"))
                    .is(201)
                    .id();
            admin.post("/roles/" + roles + "/assignments", assignment("Rita", all(), user(rita)))
                    .is(201);
            for (String key : List.of("tenant-manager", "managed-service-administrator", "site-tech")) {
                String id = rita.get("/roles?key=" + key).is(200).ids().getFirst();
                rita.post("/roles/" + id + "/assignments", assignment("Me", all(), user(rita)))
                        .is(403);
            }
        }

        @Test
        void shouldKeepToThePermissionCeilingOfTheInvitation() {
            Organisation strict = world.customer("Strict");
            String strictRoom = strict.room("One", "US");
            Partnership narrow = strict.entrustBy(
                    with(
                            invitation(partner.domain(), all()),
                            "permissionCeiling",
                            List.of("rooms:view", "roles:view", "roles:modify")),
                    partner,
                    paul);

            assertThat(narrow.roomsSeenBy(paul)).containsExactly("One");
            paul.patchCurrent("/rooms/" + strictRoom, Map.of("capacity", 3)).isForbiddenFor("rooms:modify");
            paul.post("/roles", with(role("Editor", "rooms:view", "rooms:modify"), "relationshipId", narrow.id()))
                    .isOneOf(400, 403, 409);
            assertThat(strict.globalAdmin().get(narrow.path()).is(200).texts("permissionCeiling"))
                    .containsExactlyInAnyOrder("rooms:view", "roles:view", "roles:modify");
        }
    }

    @Nested
    class Explaining {

        @Test
        void shouldTellWhatDecided() {
            Answer answer =
                    check(paul, Map.of("permission", "rooms:modify", "customerId", customer.id(), "roomId", room));

            assertThat(answer.<Boolean>value("allowed")).isTrue();
            assertThat(answer.body()).contains(partnership.id()).contains(partnership.primaryAdminRole());
        }

        @Test
        void shouldTellThePartnerNothingOfRoomsItCannotSee() {
            partnership.delegate(rooms(room));

            Answer hidden =
                    check(paul, Map.of("permission", "rooms:view", "customerId", customer.id(), "roomId", other));
            Answer missing = check(
                    paul, Map.of("permission", "rooms:view", "customerId", customer.id(), "roomId", Missing.id()));

            assertThat(hidden.<Boolean>value("allowed")).isFalse();
            assertThat(hidden.body()).contains("ROOM_NOT_FOUND").doesNotContain("OUTSIDE_DELEGATION");
            assertThat(hidden.body()).isEqualTo(missing.body());
        }

        @Test
        void shouldTellTheCustomerThatARoomIsOutsideTheDelegation() {
            partnership.delegate(rooms(room));
            Map<String, Object> ofPaul = with(user(paul), "tenantId", partner.id());

            Answer answer = check(
                    admin,
                    Map.of(
                            "principal",
                            ofPaul,
                            "permission",
                            "rooms:view",
                            "customerId",
                            customer.id(),
                            "roomId",
                            other));

            assertThat(answer.<Boolean>value("allowed")).isFalse();
            assertThat(answer.body()).contains("OUTSIDE_DELEGATION");
        }

        @Test
        void shouldFollowSuspension() {
            partnership.suspend();

            assertThat(check(paul, Map.of("permission", "rooms:view", "customerId", customer.id()))
                            .<Boolean>value("allowed"))
                    .isFalse();
        }

        @Test
        void shouldRefuseUnknownPermissionsAndFields() {
            paul.post("/access/check", Map.of("permission", "rooms:paint", "customerId", customer.id()))
                    .isInvalidAt("permission");
            paul.post("/access/check", Map.of("permission", "rooms:view")).isInvalidAt("customerId");
            paul.post("/access/check", Map.of("permission", "rooms:view", "customerId", customer.id(), "a", 1))
                    .isInvalidAt("a");
        }

        @Test
        void shouldShowMyselfAllContexts() {
            Actor priya = partner.user("priya", "admins", "others");

            Answer me = priya.get("/access/me").is(200);

            assertThat(me.text("tenantId")).isEqualTo(partner.id());
            assertThat(me.text("principal.id")).isEqualTo("priya");
            assertThat(me.texts("groups")).containsExactlyInAnyOrder("admins", "others");
            assertThat(paul.get("/access/me").is(200).texts("contexts.relationshipId"))
                    .contains(partnership.id());
        }

        private Answer check(Actor actor, Map<String, Object> question) {
            return actor.post("/access/check", question).is(200);
        }
    }
}
