package io.keyholder.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Secrets of one stack: made up when first asked for, kept in a file that only its owner reads. */
final class Credentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties secrets = new Properties();

    Credentials(Path base) {
        this.file = base.resolve("credentials.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String postgresSuperuser() {
        return secret("postgresql.superuser.password");
    }

    String database(String name) {
        return secret("postgresql." + name + ".password");
    }

    /** Of a user of Kafka. */
    String kafka(String user) {
        return secret("kafka." + user + ".password");
    }

    /** Of the demo's operator, who registers tenants and so may do more than anybody else. */
    String operator() {
        return secret("keycloak.operator.password");
    }

    String keycloakAdministrator() {
        return secret("keycloak.admin.password");
    }

    String consistencySecret() {
        return secret("consistency.secret");
    }

    /** Of one service alone. */
    String signingSecret(String service) {
        return secret("signing." + service + ".secret");
    }

    private synchronized String secret(String name) {
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        secrets.setProperty(name, made);
        store();
        return made;
    }

    private void store() {
        try {
            Directories.createParentOf(file);
            Secrecy.create(file);
            try (var writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, "Secrets of this local stack; made once");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
