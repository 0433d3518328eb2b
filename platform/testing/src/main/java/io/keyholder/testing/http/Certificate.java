package io.keyholder.testing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key of this machine and its self-made certificate in a file, which can be replaced. */
public final class Certificate {
    public static final String PASSWORD = "not-a-secret";

    private static final String ALIAS = "key";

    private final Path file;

    private Certificate(Path file) {
        this.file = file;
    }

    public static Certificate of(String name) {
        try {
            Certificate made =
                    new Certificate(Files.createTempDirectory("certificate").resolve("key.p12"));
            made.replaceBy(name);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String path() {
        return file.toString();
    }

    /** In one step, as whoever renews certificates does it. */
    public void replaceBy(String name) {
        Path next = file.resolveSibling(name + ".p12");
        keytool(
                next,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12");
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with the certificate alone, as those have it who trust it (PEM). */
    public Path pem() {
        Path pem = file.resolveSibling("certificate.pem");
        keytool(file, "-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    /** What a server on this machine shows. */
    public SSLContext context() {
        try (InputStream stored = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", ALIAS, "-keystore", store.toString(), "-storepass", PASSWORD));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("keytool ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
