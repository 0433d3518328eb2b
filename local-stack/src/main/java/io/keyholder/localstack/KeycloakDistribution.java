package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's programs: unpacked and built for our database once, so that each start takes seconds. */
final class KeycloakDistribution {

    private KeycloakDistribution() {}

    static Path ready(Directories directories, Progress progress) {
        var archive = Path.of(directories.built("keycloak.archive"));
        var name = archive.getFileName().toString().replace(".tar.gz", "");
        var target = directories.runtimes().resolve(name);
        Archive.unpackOnce(
                () -> {
                    progress.note(Keycloak.NAME, "unpacking and building, once, about 30 s");
                    return Files.newInputStream(archive);
                },
                target,
                KeycloakDistribution::build);
        return onlyDirectoryIn(target);
    }

    static List<String> javaOptions(Path home) {
        return List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private static void build(Path unpacked) {
        var options = new ArrayList<>(javaOptions(onlyDirectoryIn(unpacked)));
        options.addAll(List.of("build", "--db=dev-file"));
        Executables.run("Building Keycloak", Launch.java(options, Map.of()));
    }

    private static Path onlyDirectoryIn(Path target) {
        try (var entries = Files.newDirectoryStream(target)) {
            return entries.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
