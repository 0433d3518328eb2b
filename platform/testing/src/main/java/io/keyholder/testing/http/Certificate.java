package io.keyholder.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A key and a self-made certificate in a file, which can be replaced. */
final class Certificate {
    static final String PASSWORD = "not-a-secret";

    private final Path file;

    private Certificate(Path file) {
        this.file = file;
    }

    static Certificate of(String name) {
        try {
            Certificate made =
                    new Certificate(Files.createTempDirectory("gateway").resolve("key.p12"));
            made.replaceBy(name);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path() {
        return file.toString();
    }

    /** In one step, as whoever renews certificates does it. */
    void replaceBy(String name) {
        Path next = file.resolveSibling(name + ".p12");
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "gateway",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=" + name,
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            next.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
