package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps other users of this machine out of what a stack writes: of its directory altogether, and of each file too, should
 * somebody open that. Whoever reads Keycloak's data could sign in as anybody.
 */
final class Secrecy {
    private static final Set<PosixFilePermission> OWNERS_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WAY_THROUGH = PosixFilePermissions.fromString("rwx--x--x");

    private Secrecy() {}

    /** Makes the directory if there is none. PostgreSQL that runs as another user has to get through it, not to read it. */
    static void close(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, Unprivileged.isSomebodyElse() ? WAY_THROUGH : OWNERS_DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that only its owner reads; what is there is kept. */
    static void create(Path file) {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS_FILE));
        } catch (FileAlreadyExistsException e) {
            permit(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String content) {
        create(file);
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command, so that what it writes is its owner's alone. */
    static List<String> keeping(List<String> command) {
        var whole = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
        whole.addAll(command);
        return whole;
    }

    private static void permit(Path file) {
        try {
            Files.setPosixFilePermissions(file, OWNERS_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
