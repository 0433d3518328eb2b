package io.keyholder.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.matrix.PermissionMatrix;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of the specification, cell by cell. */
class PermissionMatrixTest {

    private static final PermissionMatrix MATRIX = PermissionMatrix.load();

    static Stream<Arguments> cells() {
        return MATRIX.roles().stream()
                .flatMap(role -> MATRIX.permissions().stream()
                        .map(permission -> Arguments.of(
                                permission, role, MATRIX.heldBy(role).contains(permission))));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource("cells")
    void shouldBeAsTheSpecificationSays(String permission, String role, boolean held) {
        Permission named = Permission.named(permission).orElseThrow();

        assertThat(BuiltInRole.of(role).orElseThrow().permissions().contains(named))
                .isEqualTo(held);
    }

    @Test
    void shouldHaveNothingMoreThanTheMatrixAndWhatIsThePlatformsOwn() {
        Set<String> matrix = Set.copyOf(MATRIX.permissions());
        Set<String> rest = Stream.of(Permission.values())
                .map(Permission::permissionName)
                .filter(name -> !matrix.contains(name))
                .collect(Collectors.toSet());

        assertThat(rest)
                .containsExactlyInAnyOrder(
                        "partners:view",
                        "partners:manage",
                        "audit:view",
                        "audit:export",
                        "invitations:view",
                        "invitations:respond",
                        "tenant-managers:manage");
        assertThat(rest)
                .allSatisfy(
                        name -> assertThat(Permission.named(name).orElseThrow().isDelegable())
                                .isFalse());
    }

    @Test
    void shouldGiveATenantManagerInvitationsAndNothingElse() {
        assertThat(BuiltInRole.TENANT_MANAGER.permissions())
                .containsExactlyInAnyOrder(Permission.INVITATIONS_VIEW, Permission.INVITATIONS_RESPOND);
    }

    @Test
    void shouldGiveAManagedServiceAdministratorEverything() {
        assertThat(BuiltInRole.MANAGED_SERVICE_ADMINISTRATOR.permissions()).containsExactly(Permission.values());
    }
}
