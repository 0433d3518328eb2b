package io.keyholder.outbox.cdi;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What the service's user could do beyond its work. The database is asked, and not the configuration: rights may have been
 * granted by hand.
 */
@ApplicationScoped
class DatabaseRights {
    private static final Logger LOG = Logger.getLogger(DatabaseRights.class);

    private static final String EXCESSIVE = """
            select array_remove(array[
                case when rolsuper then 'do everything' end,
                case when rolcreaterole then 'make users' end,
                case when has_database_privilege(current_database(), 'CREATE') then 'make schemas' end,
                case when has_schema_privilege(current_schema(), 'CREATE') then 'make tables' end,
                (select 'change table ' || min(relname) from relations where pg_has_role(relowner, 'USAGE')),
                (select 'empty table ' || min(relname) from relations where has_table_privilege(oid, 'TRUNCATE')),
                (select 'put triggers on table ' || min(relname) from relations
                    where has_table_privilege(oid, 'TRIGGER')),
                (select 'forge the history of migrations' from relations where relname = 'flyway_schema_history'
                    and has_table_privilege(oid, 'INSERT, UPDATE, DELETE'))
            ], null)
            from pg_roles where rolname = current_user
            """;

    private static final String RELATIONS = """
            with relations as (
                select oid, relname, relowner from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p'))
            """;

    private final DataSource database;
    private final boolean required;

    @Inject
    DatabaseRights(DataSource database, DatabaseConfig config) {
        this(database, config.requireRestrictedUser());
    }

    DatabaseRights(DataSource database, boolean required) {
        this.database = database;
        this.required = required;
    }

    /** Before anything is written. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        check();
    }

    /** @throws ConfigurationException in one line, if more than is needed must not be */
    void check() {
        String excessive = String.join(", ", excessive());
        if (excessive.isEmpty()) {
            return;
        }
        if (required) {
            throw new ConfigurationException("The database user of this service could " + excessive
                    + ": give it a user that owns nothing, and keyholder.database.owner (KEYHOLDER_DATABASE_OWNER_USERNAME,"
                    + " …_PASSWORD) the owner's. See docs/operations.md.");
        }
        LOG.warnf("event=database.user-unrestricted could=\"%s\"", excessive);
    }

    private String[] excessive() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RELATIONS + EXCESSIVE)) {
            row.next();
            Array rights = row.getArray(1);
            return (String[]) rights.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException("The database user's rights could not be read", e);
        }
    }
}
