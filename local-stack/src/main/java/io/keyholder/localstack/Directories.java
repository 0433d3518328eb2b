package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are.
 *
 * @param project the root of the checkout, with what Maven built
 * @param base data, logs and process ids of one stack
 */
record Directories(Path project, Path base) {

    static final String NAME = ".keyholder";

    Path data(String component) {
        return base.resolve("data").resolve(component);
    }

    Path log(String component) {
        return base.resolve("logs").resolve(component + ".log");
    }

    Path pidFile(String component) {
        return base.resolve("run").resolve(component + ".pid");
    }

    /** The build's output as it was when the service was started. */
    Path app(String service) {
        return base.resolve("apps").resolve(service);
    }

    /** Unpacked distributions: shared by all stacks of a checkout, and kept by a reset. */
    Path runtimes() {
        return project.resolve(NAME).resolve("runtime");
    }

    Path realms() {
        return project.resolve("deploy").resolve("keycloak");
    }

    Path serviceJar(String module) {
        return project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** A line that the build left in this module's target directory. */
    String built(String file) {
        var path = project.resolve("local-stack/target").resolve(file);
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new StackException("The local stack is not built: run ./keyholder up, which builds it.", e);
        }
    }

    /** All that belongs to this stack alone. */
    void deleteState() {
        for (String name : List.of("data", "logs", "run", "apps", "credentials.properties", "ports.properties")) {
            Trees.delete(base.resolve(name));
        }
    }

    static void createParentOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            create(parent);
        }
    }

    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
