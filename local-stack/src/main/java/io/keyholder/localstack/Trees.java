package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Whole directories. */
final class Trees {

    private Trees() {}

    /** At once: the target is there whole or not at all. */
    static void move(Path source, Path target) {
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes {@code target} a second name of every file in {@code source}, so that replacing those does not touch it.
     *
     * @return false where the file system has no such links; nothing is left behind then
     */
    static boolean link(Path source, Path target) {
        delete(target);
        try (var paths = Files.walk(source)) {
            for (Path path : paths.toList()) {
                var twin = target.resolve(source.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(twin);
                } else {
                    Files.createLink(twin, path);
                }
            }
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            delete(target);
            return false;
        }
    }

    static void delete(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
