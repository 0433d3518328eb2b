package io.keyholder.testing.matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The specification's matrix of what the built-in roles hold.
 *
 * @param rows of each permission its name, and then 1 or 0 for each role
 */
public record PermissionMatrix(List<String> roles, List<List<String>> rows) {

    public static PermissionMatrix load() {
        var file = Objects.requireNonNull(PermissionMatrix.class.getResourceAsStream("permission-matrix.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<List<String>> lines =
                    reader.lines().map(line -> Arrays.asList(line.split(","))).toList();
            return new PermissionMatrix(
                    lines.getFirst().subList(1, lines.getFirst().size()), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> permissions() {
        return rows.stream().map(List::getFirst).toList();
    }

    /** None for a role that the matrix does not name. */
    public Set<String> heldBy(String role) {
        int column = roles.indexOf(role) + 1;
        return rows.stream()
                .filter(row -> column > 0 && row.get(column).equals("1"))
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }
}
