package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/** One PostgreSQL for all services' databases. */
record Postgres(Directories directories, Databases databases) implements Component {

    static final String NAME = "postgresql";

    private static final Duration BACKENDS_PATIENCE = Duration.ofSeconds(10);

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int memoryInMiB() {
        return 200;
    }

    @Override
    public void prepare(Progress progress) {
        var binaries = PostgresBinaries.unpacked(directories, progress);
        if (Files.exists(data())) {
            releaseLockOfTheDead();
            return;
        }
        progress.note(NAME, "creating the data directory");
        var unfinished = data().resolveSibling(NAME + ".part");
        Trees.delete(unfinished);
        Unprivileged.give(Directories.create(unfinished));
        initialise(binaries, unfinished);
        Trees.move(unfinished, data());
    }

    /**
     * A killed server that nobody reaps still counts as running to the next one. Its lock is taken away once all of
     * its backends, who use the same memory, are gone.
     */
    private void releaseLockOfTheDead() {
        var lock = data().resolve("postmaster.pid");
        try {
            var real = data().toRealPath();
            if (Files.exists(lock)
                    && Procfs.isZombie(Long.parseLong(Files.readAllLines(lock).getFirst()))
                    && Await.within(BACKENDS_PATIENCE, () -> !Procfs.isWorkedIn(real))) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise(PostgresBinaries binaries, Path directory) {
        var passwordFile = directories.base().resolve("postgresql.password");
        var initdb = binaries.command(
                "initdb",
                "--pgdata=" + directory,
                "--username=" + Databases.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
        try {
            Files.deleteIfExists(passwordFile);
            Files.createFile(passwordFile, OWNER_ONLY);
            Files.writeString(passwordFile, databases.superuserPassword());
            Unprivileged.give(passwordFile);
            Executables.run("initdb", initdb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    @Override
    public Launch launch() {
        var binaries = PostgresBinaries.unpacked(directories, Progress.silent());
        return binaries.command(
                "postgres",
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200");
    }

    @Override
    public int port() {
        return databases.port();
    }

    @Override
    public boolean isReady() {
        return databases.answer();
    }

    @Override
    public void provision() {
        databases.create();
    }

    /** The backends of a killed server take a moment to notice. */
    @Override
    public int attempts() {
        return 5;
    }

    /** Waiting clients do not keep it from stopping: SIGTERM would let them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    private Path data() {
        return directories.data(NAME);
    }
}
