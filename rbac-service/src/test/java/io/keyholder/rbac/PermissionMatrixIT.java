package io.keyholder.rbac;

import static io.keyholder.rbac.World.all;
import static io.keyholder.rbac.World.assign;
import static io.keyholder.rbac.World.json;
import static io.keyholder.rbac.World.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.keyholder.access.Permission;
import io.keyholder.rbac.World.Relationship;
import io.keyholder.testing.matrix.PermissionMatrix;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The permission matrix, role by role, through roles, checks and one's own access. */
@QuarkusTest
class PermissionMatrixIT extends BetweenTwo {
    private static final PermissionMatrix MATRIX = PermissionMatrix.load();

    private Relationship relationship;

    @BeforeEach
    void open() {
        relationship = world.relationship(aurora, meridian, "primary-admin");
        for (String key : List.of("managed-service-administrator", "site-lead", "site-tech", "tenant-manager")) {
            assign(world.admin(aurora), world.builtIn(aurora, key), all(), user(key));
        }
    }

    @Test
    void shouldHoldForEachRoleAndPermission() {
        assertThat(MATRIX.roles()).hasSize(4);
        assertThat(MATRIX.permissions()).hasSize(20);
        MATRIX.roles().forEach(key -> {
            UUID tenant = key.equals("primary-admin") ? meridian : aurora;
            Set<String> granted = MATRIX.heldBy(key);
            MATRIX.permissions()
                    .forEach(permission -> json(
                                    world.user(tenant, key), Map.of("permission", permission, "customerId", aurora))
                            .post("/v1/access/check")
                            .then()
                            .statusCode(200)
                            .body("allowed", equalTo(granted.contains(permission))));

            List<String> mine = world.user(tenant, key)
                    .get("/v1/access/me")
                    .path("contexts.find { it.customerId == '" + aurora + "' }.permissions");
            List<String> role = world.admin(aurora).get(pathOf(key)).path("permissions");
            assertThat(mine).filteredOn(MATRIX.permissions()::contains).containsExactlyInAnyOrderElementsOf(granted);
            assertThat(role).filteredOn(MATRIX.permissions()::contains).containsExactlyInAnyOrderElementsOf(granted);
        });
    }

    @Test
    void shouldKeepPlatformPermissionsToTheirRoles() {
        List<String> ofAdministrators = List.of(
                "partners:view",
                "partners:manage",
                "audit:view",
                "audit:export",
                "invitations:view",
                "invitations:respond",
                "tenant-managers:manage");
        Map<String, List<String>> expected = Map.of(
                "managed-service-administrator", ofAdministrators,
                "site-lead", List.of(),
                "site-tech", List.of(),
                "tenant-manager", List.of("invitations:view", "invitations:respond"),
                "primary-admin", List.of());

        expected.forEach((key, held) -> {
            UUID tenant = key.equals("primary-admin") ? meridian : aurora;
            for (String permission : ofAdministrators) {
                json(world.user(tenant, key), Map.of("permission", permission, "customerId", aurora))
                        .post("/v1/access/check")
                        .then()
                        .statusCode(200)
                        .body("allowed", equalTo(held.contains(permission)));
            }
        });
    }

    @Test
    void shouldNameEveryPermissionOfTheCatalogueOnce() {
        Set<String> named = new HashSet<>(MATRIX.permissions());
        Set<String> platform = new HashSet<>();
        for (Permission permission : Permission.values()) {
            if (permission.reach() == Permission.Reach.PLATFORM) {
                platform.add(permission.permissionName());
            } else {
                assertThat(named).contains(permission.permissionName());
            }
        }
        assertThat(named).hasSize(20).doesNotContainAnyElementsOf(platform);
    }

    private String pathOf(String key) {
        return key.equals("primary-admin")
                ? "/v1/roles/" + relationship.primaryAdminRole()
                : world.builtIn(aurora, key);
    }
}
