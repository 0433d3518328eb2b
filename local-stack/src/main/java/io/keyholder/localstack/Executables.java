package io.keyholder.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the machine that may or may not be there. */
final class Executables {

    private Executables() {}

    static Optional<String> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Arrays.stream(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a command of the preparations to its end; what it wrote is shown only if it failed. */
    static void run(String purpose, Launch launch) {
        try {
            var builder = new ProcessBuilder(Secrecy.keeping(launch.command())).redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new StackException("%s failed (exit %d):%n%s".formatted(purpose, process.exitValue(), output));
            }
        } catch (IOException e) {
            throw new StackException("%s failed: %s".formatted(purpose, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(purpose + " was interrupted", e);
        }
    }
}
