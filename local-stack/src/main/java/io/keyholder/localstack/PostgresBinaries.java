package io.keyholder.localstack;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's programs, unpacked from the archive on our class path. */
record PostgresBinaries(Path home) {

    static PostgresBinaries unpacked(Directories directories, Progress progress) {
        var archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var resource = Optional.ofNullable(
                        PostgresBinaries.class.getClassLoader().getResource(archive))
                .orElseThrow(() -> new StackException("There is no PostgreSQL for this machine (" + archive + ")."));
        // The archive's address names the version: another version gets a directory of its own.
        var home = directories.runtimes().resolve("postgresql-" + Integer.toHexString(versionOf(resource.getPath())));
        Archive.unpackOnce(
                () -> {
                    progress.note(Postgres.NAME, "unpacking");
                    var stream = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive);
                    if (stream == null) {
                        throw new FileNotFoundException(archive);
                    }
                    return stream;
                },
                home,
                parts -> {});
        return new PostgresBinaries(home);
    }

    private static int versionOf(String resourcePath) {
        var jar = resourcePath.replaceFirst("\\.jar!.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1).hashCode();
    }

    /** As the archives of the embedded binaries are called. */
    static String archiveName(String system, String architecture) {
        var os = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arch = List.of("aarch64", "arm64").contains(architecture) ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(os, arch);
    }

    Launch command(String program, String... arguments) {
        var command = new ArrayList<>(Unprivileged.prefix(home));
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return new Launch(command, Map.of());
    }
}
