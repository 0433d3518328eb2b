package io.keyholder.e2e;

import static io.keyholder.e2e.actors.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.e2e.actors.Actor;
import io.keyholder.e2e.actors.Answer;
import io.keyholder.e2e.actors.Bodies;
import io.keyholder.e2e.actors.Organisation;
import io.keyholder.e2e.actors.Partnership;
import io.keyholder.e2e.actors.World;
import io.keyholder.testing.matrix.PermissionMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The permission matrix, role by role, as it is listed, checked, and met over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {

    private static final Set<String> PLATFORM_OF_ADMINISTRATORS = Set.of(
            "partners:view",
            "partners:manage",
            "audit:view",
            "audit:export",
            "invitations:view",
            "invitations:respond",
            "tenant-managers:manage");
    private static final Set<String> PLATFORM_OF_TENANT_MANAGERS = Set.of("invitations:view", "invitations:respond");

    private final World world = new World();
    private final PermissionMatrix matrix = PermissionMatrix.load();
    private Organisation tenant;
    private Organisation customer;
    private Partnership partnership;
    private String room;
    private String roomGroup;
    private String customersRoom;
    private String customersGroup;

    @BeforeAll
    void organisations() {
        tenant = world.partner("Meridian");
        customer = world.customer("Aurora");
        room = tenant.room("Own", "US");
        roomGroup = tenant.roomGroup("Own", room);
        customersRoom = customer.room("Theirs", "US");
        customersGroup = customer.roomGroup("Theirs", customersRoom);
        partnership = customer.entrust(tenant, all(), tenant.user("primary-admin"));
        for (String key : List.of("managed-service-administrator", "site-lead", "site-tech", "tenant-manager")) {
            tenant.withRole(key, key);
        }
    }

    Stream<Arguments> ownCells() {
        return Stream.of("managed-service-administrator", "site-lead", "site-tech", "tenant-manager")
                .flatMap(role -> matrix.permissions().stream().map(permission -> Arguments.of(role, permission)));
    }

    Stream<String> permissions() {
        return matrix.permissions().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"managed-service-administrator", "site-lead", "site-tech", "tenant-manager"})
    void shouldTellWhoHoldsARoleWhatTheyMayDo(String role) {
        assertThat(permissionsAt(tenant.user(role), tenant)).containsExactlyInAnyOrderElementsOf(expected(role));
    }

    @Test
    void shouldTellTheGlobalAdminTheSameAsTheAdministratorAndNothingOfCustomers() {
        assertThat(permissionsAt(tenant.globalAdmin(), tenant))
                .containsExactlyInAnyOrderElementsOf(expected("managed-service-administrator"));
        assertThat(tenant.globalAdmin().get("/access/me").is(200).texts("contexts.customerId"))
                .containsExactly(tenant.id());
    }

    @Test
    void shouldTellThePrimaryAdminWhatTheyMayDoForTheCustomer() {
        Actor admin = partnership.primaryAdmin();

        assertThat(permissionsAt(admin, customer)).containsExactlyInAnyOrderElementsOf(matrix.heldBy("primary-admin"));
        assertThat(permissionsAt(admin, tenant)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ownCells")
    void shouldBeTheSameForAccessCheck(String role, String permission) {
        boolean allowed = tenant.user(role)
                .post("/access/check", Map.of("permission", permission, "customerId", tenant.id()))
                .is(200)
                .value("allowed");

        assertThat(allowed).isEqualTo(matrix.heldBy(role).contains(permission));
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void shouldBeTheSameForAccessCheckAtTheCustomer(String permission) {
        boolean allowed = partnership
                .primaryAdmin()
                .post("/access/check", Map.of("permission", permission, "customerId", customer.id()))
                .is(200)
                .value("allowed");

        assertThat(allowed).isEqualTo(matrix.heldBy("primary-admin").contains(permission));
    }

    @ParameterizedTest
    @ValueSource(strings = {"managed-service-administrator", "site-lead", "site-tech", "tenant-manager"})
    void shouldBeTheSameOverHttp(String role) {
        Actor actor = tenant.user(role);
        Set<String> held = matrix.heldBy(role);
        String mark = UUID.randomUUID().toString();

        boolean sees = held.contains("rooms:view");
        actor.get("/rooms/" + room).is(sees ? 200 : 404);
        assertThat(actor.get("/rooms").is(200).ids().contains(room)).isEqualTo(sees);
        boolean seesGroups = held.contains("room-groups:view");
        may(
                held,
                "room-groups:view",
                200,
                actor.get("/room-groups/" + roomGroup).status());
        Answer groups = actor.get("/room-groups?limit=200").isOneOf(seesGroups ? 200 : 403, 200);
        assertThat(groups.status() == 200 && groups.ids().contains(roomGroup)).isEqualTo(seesGroups);

        may(
                held,
                "rooms:create",
                201,
                actor.post("/rooms", Bodies.room("New " + mark, "US")).status());
        may(
                held,
                "room-groups:create",
                201,
                actor.post("/room-groups", Map.of("name", mark, "roomIds", List.of()))
                        .status());
        may(held, "roles:view", 200, actor.get("/roles").status());
        may(
                held,
                "roles:modify",
                201,
                actor.post("/roles", Bodies.role(mark, "rooms:view")).status());
        String etag = tenant.globalAdmin().etag("/rooms/" + room);
        may(
                held,
                "rooms:modify",
                200,
                actor.patch("/rooms/" + room, etag, Map.of("capacity", 9)).status());
        String etagOfGroup = tenant.globalAdmin().etag("/room-groups/" + roomGroup);
        may(
                held,
                "room-groups:modify",
                200,
                actor.patch("/room-groups/" + roomGroup, etagOfGroup, Map.of("description", mark))
                        .status());
        String leaving = tenant.room("Leaving " + mark, "US");
        may(
                held,
                "rooms:unenroll",
                200,
                actor.post("/rooms/" + leaving + "/unenroll").status());
    }

    @Test
    void shouldBeTheSameOverHttpForThePrimaryAdmin() {
        Actor admin = partnership.primaryAdmin();

        admin.patchCurrent("/rooms/" + customersRoom, Map.of("capacity", 9)).is(200);
        admin.get("/room-groups/" + customersGroup).is(200);
        admin.patchCurrent("/room-groups/" + customersGroup, Map.of("name", "Mine"))
                .isForbiddenFor("room-groups:modify");
        admin.deleteCurrent("/room-groups/" + customersGroup).isForbiddenFor("room-groups:modify");
        admin.post("/rooms/" + customersRoom + "/unenroll").isForbiddenFor("rooms:unenroll");
        admin.get("/roles?relationshipId=" + partnership.id()).is(200);
        partnership.role("Help desk", "rooms:view");
        admin.get("/rooms/" + room).isNotFound();
    }

    @Test
    void shouldListEveryPermissionInTheCatalogue() {
        List<Map<String, Object>> catalogue = tenant.globalAdmin().all("/permissions?limit=200");

        assertThat(catalogue).allSatisfy(permission -> {
            assertThat((String) permission.get("name")).startsWith(permission.get("feature") + ":");
            assertThat((String) permission.get("description")).isNotBlank();
        });
        Set<String> expected = new HashSet<>(matrix.permissions());
        expected.addAll(PLATFORM_OF_ADMINISTRATORS);
        assertThat(catalogue.stream().map(permission -> (String) permission.get("name")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void may(Set<String> held, String permission, int success, int status) {
        if (held.contains(permission)) {
            assertThat(status).as("with " + permission).isEqualTo(success);
        } else {
            assertThat(status).as("without " + permission).isIn(403, 404);
        }
    }

    private Set<String> expected(String role) {
        Set<String> expected = new HashSet<>(matrix.heldBy(role));
        switch (role) {
            case "managed-service-administrator" -> expected.addAll(PLATFORM_OF_ADMINISTRATORS);
            case "tenant-manager" -> expected.addAll(PLATFORM_OF_TENANT_MANAGERS);
            default -> {}
        }
        return expected;
    }

    private static List<String> permissionsAt(Actor actor, Organisation customer) {
        return actor.get("/access/me").is(200).<List<Map<String, Object>>>value("contexts").stream()
                .filter(context -> customer.id().equals(context.get("customerId")))
                .flatMap(context -> ((List<?>) context.get("permissions")).stream())
                .map(String.class::cast)
                .toList();
    }
}
