package io.keyholder.testing.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends a server process and removes its files when this JVM is gone, in whatever way it went: a shell waits for the end
 * of a pipe whose other end only this JVM holds. A shutdown hook would not run after {@code kill -9}, and could not load
 * its classes once Quarkus has closed the class loader of the test.
 */
final class Reaper {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat > /dev/null
            pid=$(head -n 1 "$1" 2> /dev/null)
            if [ -n "$pid" ] && kill -"$2" "$pid" 2> /dev/null; then
              tries=0
              while kill -0 "$pid" 2> /dev/null && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
            fi
            rm -rf "$3"
            """;

    private Reaper() {}

    /**
     * @param pidFile holds the process id in its first line at the time this JVM ends, or is absent if nothing runs
     * @param signal the name of the signal that ends the process at once
     * @param directory removed afterwards
     */
    static void watch(Path pidFile, String signal, Path directory) {
        try {
            new ProcessBuilder("sh", "-c", SCRIPT, "reaper", pidFile.toString(), signal, directory.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
