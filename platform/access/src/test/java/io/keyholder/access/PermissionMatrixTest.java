package io.keyholder.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of the specification, cell by cell. */
class PermissionMatrixTest {

    static Stream<Arguments> cells() throws IOException {
        List<String[]> lines = lines();
        String[] roles = lines.getFirst();
        List<Arguments> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < line.length; column++) {
                cells.add(Arguments.of(line[0], roles[column], line[column].equals("1")));
            }
        }
        return cells.stream();
    }

    private static List<String[]> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PermissionMatrixTest.class.getResourceAsStream("/permission-matrix.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        }
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @MethodSource("cells")
    void shouldBeAsTheSpecificationSays(String permission, String role, boolean held) {
        Permission named = Permission.named(permission).orElseThrow();

        assertThat(BuiltInRole.of(role).orElseThrow().permissions().contains(named))
                .isEqualTo(held);
    }

    @Test
    void shouldHaveNothingMoreThanTheMatrixAndWhatIsThePlatformsOwn() throws IOException {
        Set<String> matrix = lines().stream().skip(1).map(line -> line[0]).collect(Collectors.toSet());
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
