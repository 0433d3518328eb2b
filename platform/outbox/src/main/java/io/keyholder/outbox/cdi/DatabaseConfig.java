package io.keyholder.outbox.cdi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the service's own database is. */
@ConfigMapping(prefix = "keyholder.database")
public interface DatabaseConfig {

    /** JDBC URL, {@code jdbc:postgresql://host:port/database}. */
    String url();

    /** The service's own user, the owner of its database and of no other. */
    String username();

    /** The user's password. */
    String password();

    /** JDBC URL past any connection pooler, for the relay's one dedicated connection. By default the same. */
    Optional<String> directUrl();

    /** How many connections the service opens at most, the relay's not counted. */
    @WithDefault("20")
    int poolSize();
}
