package io.keyholder.testing.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that a file of properties hands on to the framework: {@code quarkus.http.port=${keyholder.http.port:8080}}. The
 * comment right above is their documentation.
 */
record Expressions(Path file) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(keyholder\\.[a-z.-]+)(?::([^}]*))?}");

    List<Key> keys() {
        var keys = new ArrayList<Key>();
        var comment = new StringBuilder();
        for (String line : lines()) {
            if (line.startsWith("#")) {
                comment.append(line.substring(1));
                continue;
            }
            EXPRESSION
                    .matcher(line)
                    .results()
                    .map(match -> key(match.group(1), Optional.ofNullable(match.group(2)), comment.toString()))
                    .forEach(keys::add);
            comment.setLength(0);
        }
        return keys;
    }

    private Key key(String name, Optional<String> defaultValue, String comment) {
        var type = defaultValue.filter(value -> value.matches("\\d+")).isPresent() ? "whole number" : "text";
        return new Key(name, type, defaultValue, defaultValue.isEmpty(), comment.strip(), file.toString());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
