package io.keyholder.drills.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the machine a fault takes: mounts and packet filters of this run's own, which end with it. */
final class Machine {
    /** Set by {@code ./keyholder drill} where it could have namespaces of its own. */
    private static final boolean ISOLATED = Boolean.getBoolean("keyholder.drills.isolated");

    private Machine() {}

    /** Empty where file systems can be mounted; else what is missing. */
    static Optional<String> lacksMounts() {
        return ISOLATED ? Optional.empty() : Optional.of("needs root: mounts of its own");
    }

    /** Empty where packets can be dropped by who sends them; else what is missing. */
    static Optional<String> lacksPacketFilter() {
        if (!ISOLATED) {
            return Optional.of("needs root: a network of its own");
        }
        return Stream.of("nft", "setpriv")
                .filter(program -> find(program).isEmpty())
                .findFirst()
                .map(program -> "needs " + program);
    }

    /** The library that tells a process another time, if it is installed. */
    static Optional<Path> clock() {
        return Stream.of(
                        "/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu",
                        "/usr/lib64",
                        "/usr/lib")
                .map(directory -> Path.of(directory, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    /** @throws IllegalStateException with what it wrote, if it fails */
    static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + written);
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(List.of(command) + " was interrupted", e);
        }
    }

    private static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/sbin";
        return Arrays.stream(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
