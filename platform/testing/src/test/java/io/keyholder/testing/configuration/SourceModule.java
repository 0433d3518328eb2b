package io.keyholder.testing.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A module's folder in the checkout, which need not exist. */
record SourceModule(Path project, String path) {

    List<Path> sources() {
        return files("src/main/java")
                .filter(file -> file.toString().endsWith(".java"))
                .sorted()
                .toList();
    }

    /** The files of properties that are in effect wherever the module is on the class path. */
    List<Path> propertyFiles() {
        return Stream.of("META-INF/microprofile-config.properties", "application.properties")
                .map(name -> folder().resolve("src/main/resources").resolve(name))
                .filter(Files::exists)
                .toList();
    }

    /** The name it runs under as a process of its own, if it does. */
    Optional<String> process() {
        return Optional.ofNullable(ownProperties().getProperty("quarkus.application.name"));
    }

    /** What the process sets for itself. */
    Properties ownProperties() {
        var properties = new Properties();
        var file = folder().resolve("src/main/resources/application.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    Path folder() {
        return project.resolve(path);
    }

    private Stream<Path> files(String below) {
        var root = folder().resolve(below);
        if (Files.notExists(root)) {
            return Stream.empty();
        }
        try (var files = Files.walk(root)) {
            return Arrays.stream(files.filter(Files::isRegularFile).toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
