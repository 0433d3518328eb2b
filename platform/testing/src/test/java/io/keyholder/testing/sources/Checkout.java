package io.keyholder.testing.sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project is checked out. */
public final class Checkout {

    private Checkout() {}

    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("platform/testing/pom.xml")))
                .findFirst()
                .orElseThrow();
    }
}
