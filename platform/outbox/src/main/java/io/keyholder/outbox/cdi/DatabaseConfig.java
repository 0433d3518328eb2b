package io.keyholder.outbox.cdi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the service's own database is. */
@ConfigMapping(prefix = "keyholder.database")
public interface DatabaseConfig {

    /** JDBC URL, {@code jdbc:postgresql://host:port/database}. */
    String url();

    /** The service's own user, who may read and change what is in the tables, and can connect to no other database. */
    String username();

    /** The user's password. */
    String password();

    /** Who owns the database. Without one the service's own user does, and could change or drop whatever is in it. */
    Optional<Owner> owner();

    /** Whether to refuse to start as a user who could do more than a service needs. Otherwise it is logged. */
    @WithDefault("false")
    boolean requireRestrictedUser();

    /** JDBC URL past any connection pooler, for migrations and the relay's one dedicated connection. By default the same. */
    Optional<String> directUrl();

    /** How many connections the service opens at most, the relay's not counted. */
    @WithDefault("20")
    int poolSize();

    /** How long a request waits for a lock that another holds before it is answered by 503, as PostgreSQL writes times. */
    @WithDefault("5s")
    String lockTimeout();

    /** How long one statement of a request may take before it is answered by 503, as PostgreSQL writes times. */
    @WithDefault("20s")
    String statementTimeout();

    /** How PostgreSQL plans prepared statements: the services know which of them is right for theirs. */
    @WithDefault("force_generic_plan")
    String planCacheMode();

    /** The owner of the database, as whom the schema is migrated before the service starts. */
    interface Owner {

        /**
         * The owner of the database, as whom the schema is migrated. Without one the service's own user is, and could change or
         * drop whatever is in it.
         */
        String username();

        /** The owner's password. */
        String password();
    }
}
