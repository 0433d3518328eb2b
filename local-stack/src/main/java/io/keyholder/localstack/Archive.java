package io.keyholder.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** A compressed tar archive, unpacked once for all stacks of a checkout. */
final class Archive {

    private Archive() {}

    /** Where to read it from. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Unpacks into {@code target} unless that is there already. It appears whole or not at all, also when several
     * stacks start at once or somebody pulls the plug.
     *
     * @param finish what is to be done with the unpacked directory before it counts
     */
    static void unpackOnce(Source source, Path target, Consumer<Path> finish) {
        Directories.createParentOf(target);
        var lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (Files.exists(target) || !lock.isValid()) {
                return;
            }
            var parts = target.resolveSibling(target.getFileName() + ".part");
            Trees.delete(parts);
            unpack(source, parts);
            finish.accept(parts);
            Trees.move(parts, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Source source, Path target) throws IOException {
        try (var compressed = new BufferedInputStream(source.open());
                var plain = new CompressorStreamFactory().createCompressorInputStream(compressed);
                var tar = new TarArchiveInputStream(new BufferedInputStream(plain))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("An entry points out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0) {
            path.toFile().setExecutable(true, false);
        }
    }
}
