package io.keyholder.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the chart, to render or lint what Helm would leave out otherwise. */
final class ChartCopy {
    private static final Path CHART = Project.path("deploy/helm/keyholder");

    /** This library renders no hooks, as {@code helm template} does. With another annotation they are objects as all others. */
    private static final String HOOK = "helm.sh/hook";

    private static final String NO_HOOK = "helm.example/hook";

    private ChartCopy() {}

    static Path in(Path folder) {
        Path copy = folder.resolve("keyholder");
        try (Stream<Path> files = Files.walk(CHART)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(CHART.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    static Path withoutHooks() {
        try {
            Path copy = in(Files.createTempDirectory(Path.of("target"), "chart"));
            try (Stream<Path> files = Files.walk(copy.resolve("templates"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(file, Files.readString(file).replace(HOOK, NO_HOOK));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String withHooks(String rendered) {
        return rendered.replace(NO_HOOK, HOOK);
    }
}
