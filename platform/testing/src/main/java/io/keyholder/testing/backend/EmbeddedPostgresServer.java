package io.keyholder.testing.backend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** PostgreSQL as a process of this machine. */
final class EmbeddedPostgresServer {

    private static final Duration STARTUP = Duration.ofSeconds(60);

    private EmbeddedPostgresServer() {}

    /** Starts a server and answers with its {@code host:port}; the {@link Reaper} ends it. */
    static String start() {
        try {
            Path directory = Files.createTempDirectory("keyholder-postgres-");
            Path data = directory.resolve("data");
            Reaper.watch(data.resolve("postmaster.pid"), "INT", directory);
            return "127.0.0.1:" + start(data, directory.resolve("postgres.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int start(Path data, Path log) throws IOException {
        int port = Ports.free();
        try {
            EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "64MB")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .start();
            return port;
        } catch (IOException | IllegalStateException e) {
            String said = Files.exists(log) ? Files.readString(log) : "nothing";
            throw new IllegalStateException("PostgreSQL did not start. Its log: " + said, e);
        }
    }
}
