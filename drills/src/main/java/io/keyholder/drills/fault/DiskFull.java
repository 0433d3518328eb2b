package io.keyholder.drills.fault;

import io.keyholder.localstack.LocalStack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Not a byte is left where a component keeps its data; later there is room again, and whoever ended over it is started. */
record DiskFull(String component) implements Fault {
    private static final int MIB = 1024 * 1024;

    /** What it can write until then. */
    private static final int LEFT = 48;

    @Override
    public String name() {
        return "disk-full-" + component;
    }

    @Override
    public Optional<String> lacks() {
        return Machine.lacksMounts();
    }

    /** Its data move to a small disk. */
    @Override
    public void prepare(LocalStack stack) {
        Path data = stack.data(component);
        stack.stop(component);
        Machine.run("mv", data.toString(), kept(data));
        Machine.run("mkdir", "-m", "700", data.toString());
        Machine.run("mount", "-t", "tmpfs", "-o", "size=" + (used(kept(data)) + LEFT) + "m", "drill", data.toString());
        move(kept(data), data.toString());
        stack.start(component);
    }

    @Override
    public void begin(LocalStack stack) {
        byte[] nothing = new byte[MIB / 16];
        try (OutputStream ballast = Files.newOutputStream(ballast(stack))) {
            for (long written = 0; written < 16L * MIB * MIB; written += nothing.length) {
                ballast.write(nothing);
            }
        } catch (IOException e) {
            // That is what was wanted.
        }
    }

    @Override
    public void end(LocalStack stack) {
        try {
            Files.delete(ballast(stack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stack.start(component);
    }

    @Override
    public void restore(LocalStack stack) {
        Path data = stack.data(component);
        stack.stop(component);
        move(data.toString(), kept(data));
        Machine.run("umount", data.toString());
        Machine.run("rmdir", data.toString());
        Machine.run("mv", kept(data), data.toString());
        stack.start(component);
    }

    @Override
    public Optional<String> silent() {
        return Optional.of(component);
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(20);
    }

    private Path ballast(LocalStack stack) {
        return stack.data(component).resolve("ballast");
    }

    private static String kept(Path data) {
        return data + ".kept";
    }

    private static void move(String from, String to) {
        Machine.run("cp", "-a", from + "/.", to);
        Machine.run("find", from, "-mindepth", "1", "-delete");
    }

    private static long used(String directory) {
        try (var files = Files.walk(Path.of(directory))) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / MIB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
