package io.keyholder.testing.backend;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** A PostgreSQL server for tests, of which each test takes a database of its own. */
public final class PostgresBackend {

    private static final String HOST_AND_PORT = "keyholder.testing.postgres";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database administrator;

    private PostgresBackend(Database administrator) {
        this.administrator = administrator;
    }

    /** The one server of this JVM, started by the first caller and ended with the JVM. */
    public static PostgresBackend shared() {
        String hostAndPort = JvmWide.computeIfAbsent(HOST_AND_PORT, () -> switch (Backends.chosen()) {
            case CONTAINERS -> ContainerPostgres.start();
            case EMBEDDED -> EmbeddedPostgresServer.start();
        });
        return new PostgresBackend(
                new Database("jdbc:postgresql://" + hostAndPort + "/postgres", "postgres", "postgres"));
    }

    /**
     * A fresh, empty database with its own owner.
     *
     * @param name how it begins; a random ending keeps two of the same name apart
     */
    public Database createDatabase(String name) {
        String unique = name.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT) + "_" + randomHex(4);
        String password = randomHex(16);
        administrator.execute("CREATE ROLE " + unique + " LOGIN PASSWORD '" + password + "'");
        administrator.execute("CREATE DATABASE " + unique + " OWNER " + unique);
        administrator.execute("REVOKE ALL ON DATABASE " + unique + " FROM PUBLIC");
        return new Database(administrator.jdbcUrl().replaceFirst("/postgres$", "/" + unique), unique, password);
    }

    /** The database for a user who may connect to it and do what its owner grants, and nothing else. */
    public Database createUser(Database owned) {
        String user = owned.username() + "_user";
        String password = randomHex(16);
        administrator.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        administrator.execute("GRANT CONNECT ON DATABASE " + owned.username() + " TO " + user);
        // So that a test, which connects as the owner, sees the user's sessions and can end them.
        administrator.execute("GRANT " + user + " TO " + owned.username());
        return new Database(owned.jdbcUrl(), user, password);
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
